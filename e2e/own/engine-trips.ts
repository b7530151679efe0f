import { describeMissing, findEngines, missingEngines } from '../../tools/engines/find-engines.ts'
import type { Scene } from '../journeys/scene.ts'
import type { Chromium } from '../support/browser.ts'
import { openChromiumDriver } from '../support/engines/chromium.ts'
import type { Driver } from '../support/engines/driver.ts'
import { type EngineWorlds, engineWorlds } from '../support/engines/engine-worlds.ts'
import { openFirefox } from '../support/engines/firefox.ts'
import { openWebKit } from '../support/engines/webkit.ts'
import { type Trip, trips } from '../support/test.ts'
import { engineJourneys } from './engine-journeys.ts'

/** The same journeys in every engine that is on this machine; says which one is not. */
export interface EngineTrips {
  readonly trips: readonly Trip[]
  /** Ends the browsers that were started. */
  end(): Promise<void>
}

/** Lays out the journeys of every engine. */
export function engineTrips(scene: Scene, chromium: Chromium): EngineTrips {
  const engines = findEngines(process.env)
  const { firefox, webkit } = engines
  const missing = missingEngines(engines)
  if (missing.length > 0) console.log(describeMissing(missing))
  const starts: readonly (readonly [name: string, start: (() => Promise<Driver>) | null])[] = [
    ['Chromium', () => openChromiumDriver(chromium)],
    ['Firefox', firefox === null ? null : () => openFirefox(firefox)],
    ['WebKit', webkit === null ? null : () => openWebKit(webkit)],
  ]
  const there = starts.flatMap(([name, start]): [string, EngineWorlds][] => (start ? [[name, engineWorlds(start)]] : []))
  const journeys = engineJourneys(scene)
  return {
    trips: there.flatMap(([name, worlds]) =>
      trips(
        // The first one of an engine starts it.
        journeys.map(({ title, run }) => ({ title: `${name}: ${title}`, patience: 360, run })),
        worlds,
      ),
    ),
    end: async () => void (await Promise.all(there.map(([, worlds]) => worlds.end()))),
  }
}

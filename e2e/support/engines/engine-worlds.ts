import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { results } from '../paths.ts'
import type { Worlds } from '../test.ts'
import type { Driver } from './driver.ts'
import { type Person, personAt } from './person.ts'

/** Worlds in one engine. */
export interface EngineWorlds extends Worlds<Person> {
  /** Ends the browser, if there is one. */
  end(): Promise<void>
}

/** Worlds with one person in them, at a browser that is started with the first and used again for those after. */
export function engineWorlds(start: () => Promise<Driver>): EngineWorlds {
  let started: Promise<Driver> | null = null
  return {
    async open() {
      if (started === null) {
        started = start()
        console.log(`  ${(await started).version}`)
      }
      const driver = await started
      await driver.forget()
      return personAt(driver)
    },
    async close() {},
    async failed({ driver }, title) {
      mkdirSync(results, { recursive: true })
      const path = join(results, `${title.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80)}.png`)
      await driver.screenshot(path)
      return `${await driver.evaluate<string>('location.href')}\n  ${path}`
    },
    // One that did not start has been told with its journeys.
    end: async () => (await started?.catch(() => null))?.close(),
  }
}

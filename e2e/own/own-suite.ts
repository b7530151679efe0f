import { describeMissing, findEngines, missingEngines } from '../../tools/engines/find-engines.ts'
import { openChromiumDriver } from '../support/engines/chromium.ts'
import type { Driver } from '../support/engines/driver.ts'
import { openFirefox } from '../support/engines/firefox.ts'
import { type Person, personAt } from '../support/engines/person.ts'
import { openWebKit } from '../support/engines/webkit.ts'
import { serve, type Suite, test as base } from '../support/fixtures.ts'
import { freePort } from '../support/process.ts'
import { type CountingProxy, startCountingProxy } from './counting-proxy.ts'

/** Engines that journeys are walked in. */
export type Engine = 'Chromium' | 'Firefox' | 'WebKit'

interface OwnWorkerFixtures {
  /** Counts what the app asks the server for, and can be slow or down. */
  counter: CountingProxy
  /** Starts an engine's browser with the first who asks for it; `null` when it is not on this machine. */
  driverOf: (engine: Engine) => Promise<Driver> | null
}

interface OwnFixtures {
  /** Sits somebody down at an engine that knows nothing of those before. */
  sitsAt: (engine: Engine) => Promise<Person>
}

const minutes = 60_000

/** Journeys through an app with our own SDK, whose server stands behind a proxy that counts. */
export const test = base.extend<OwnFixtures, OwnWorkerFixtures>({
  counter: [
    async ({ suite }, provide) => {
      const counter = await startCountingProxy(await freePort(suite.ports['proxy'] ?? 0), await freePort(suite.ports['server'] ?? 0))
      await provide(counter)
      counter.close()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ suite, counter }, provide) => serve({ suite: suite.name, port: counter.target, publicUrl: counter.url }, provide),
    { scope: 'worker', timeout: 15 * minutes },
  ],
  driverOf: [
    async ({ lasting }, provide) => {
      const { firefox, webkit } = findEngines(process.env)
      const starts: Readonly<Record<Engine, (() => Promise<Driver>) | null>> = {
        Chromium: () => openChromiumDriver(lasting),
        Firefox: firefox === null ? null : () => openFirefox(firefox),
        WebKit: webkit === null ? null : () => openWebKit(webkit),
      }
      const started = new Map<Engine, Promise<Driver>>()
      await provide((engine) => {
        const before = started.get(engine) ?? starts[engine]?.()
        if (before !== undefined) started.set(engine, before)
        return before ?? null
      })
      // One that did not start has been told with its journeys.
      for (const driver of started.values()) await (await driver.catch(() => null))?.close()
    },
    { scope: 'worker', timeout: 5 * minutes },
  ],
  sitsAt: async ({ driverOf }, provide, testInfo) => {
    let driver: Driver | null = null
    await provide(async (engine) => {
      driver = await driverOf(engine)
      if (driver !== null) {
        await driver.forget()
        return personAt(driver)
      }
      testInfo.skip(true, describeMissing(missingEngines(findEngines(process.env)).filter(({ name }) => name === engine)))
      throw new Error(`${engine} is not on this machine.`)
    })
    if (driver === null || testInfo.errors.length === 0) return
    const path = testInfo.outputPath('page.png')
    await (driver as Driver).screenshot(path)
    await testInfo.attach('screenshot', { path })
  },
})

/** Says which app a suite walks in. */
export function ownSuite(suite: Omit<Suite, 'sdk' | 'paths'>): void {
  test.use({ suite: { ...suite, sdk: 'latchkey', paths: { signIn: '/auth/signin', signUp: '/auth/signup', landing: '/main' } } })
}

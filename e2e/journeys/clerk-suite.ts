import { join } from 'node:path'
import { startApp } from '../support/app.ts'
import { type Browsing, openChromium } from '../support/browser.ts'
import { fetchClerkScripts } from '../support/install.ts'
import { startLatchkey } from '../support/server.ts'
import { type Journey, runJourneys } from '../support/test.ts'
import { measureJourney } from '../own/size-journey.ts'
import { accountJourneys } from './account.ts'
import { expiryJourneys } from './expiry.ts'
import { quietJourney } from './quiet.ts'
import { type Paths, type Scene, createScene } from './scene.ts'
import { signInByCodeJourneys } from './sign-in-by-code.ts'
import { signInByLinkJourneys } from './sign-in-by-link.ts'
import { signUpJourneys } from './sign-up.ts'

/** A suite of journeys through an application with one generation of Clerk's SDK. */
export interface ClerkSuite {
  readonly suite: string
  /** The application. */
  readonly folder: string
  /** The Node that runs the application; ours unless given. */
  readonly node?: string
  /** What `latchkey env --sdk` is asked for. */
  readonly sdk: string
  readonly ports: { readonly server: number; readonly app: number }
  readonly paths: Paths
  /** The journeys that only this application has. */
  visits(scene: Scene): Journey<Browsing>[]
  /** Complaints of the pages that are none of ours. */
  readonly harmless?: readonly RegExp[]
}

/** Starts a server, the application and a browser, runs all journeys, and leaves the verdict in the exit code. */
export async function runClerkSuite({ suite, folder, node, sdk, ports, paths, visits, harmless }: ClerkSuite): Promise<void> {
  const scripts = await fetchClerkScripts(join(import.meta.dirname, '../clerk-scripts/packages.json'))
  const server = await startLatchkey({ suite, port: ports.server, scripts })
  const env = await server.env(sdk)
  const app = await startApp({ suite, folder, port: ports.app, env, ...(node ? { node } : {}) })
  const chromium = await openChromium()
  const scene = createScene(server, app, paths)
  const { leave, comeBack } = expiryJourneys(scene, chromium)
  const failed = await runJourneys(
    [
      leave,
      ...visits(scene),
      ...signUpJourneys(scene),
      ...signInByCodeJourneys(scene),
      ...signInByLinkJourneys(scene),
      ...accountJourneys(scene),
      measureJourney(suite, app.url + paths.signIn),
      comeBack,
      quietJourney(chromium, harmless),
    ],
    chromium.worlds,
  )
  await chromium.close()
  for (const part of [server, app]) {
    const exit = part.exitCode()
    if (exit !== null) console.log(`${part.name} had ended on its own with ${exit}. Its last words:\n${part.output().slice(-4_000)}`)
    await part.stop()
  }
  process.exitCode = failed > 0 ? 1 : 0
}

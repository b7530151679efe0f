import { createScene, type Scene } from '../journeys/scene.ts'
import { quietJourney } from '../journeys/quiet.ts'
import { type App, startApp } from '../support/app.ts'
import { type Browsing, type Chromium, openChromium } from '../support/browser.ts'
import { freePort } from '../support/process.ts'
import { startLatchkey } from '../support/server.ts'
import { type Journey, runTrips, trips } from '../support/test.ts'
import { type CountingProxy, startCountingProxy } from './counting-proxy.ts'
import { engineTrips } from './engine-trips.ts'

/** A suite of journeys through an app with our own SDK. */
export interface OwnSuite {
  readonly suite: string
  readonly folder: string
  /** Its packages are the repository's own. */
  readonly installed: boolean
  /** What else goes into its build. */
  readonly builtFrom: readonly string[]
  readonly ports: { readonly server: number; readonly proxy: number; readonly app: number }
  /** Whether the journeys of every engine are walked here as well. */
  readonly engines?: boolean
  journeys(scene: Scene, proxy: CountingProxy, chromium: Chromium, app: App): readonly Journey<Browsing>[]
}

/** Starts a server with a counter before it, the app and a browser, runs the journeys, and leaves the verdict in the exit code. */
export async function runOwnSuite({ suite, folder, installed, builtFrom, ports, engines = false, journeys }: OwnSuite): Promise<void> {
  const behind = await freePort(ports.server)
  const proxy = await startCountingProxy(await freePort(ports.proxy), () => behind)
  const server = await startLatchkey({ suite, port: behind, publicUrl: proxy.url })
  const env = await server.env('latchkey')
  const app = await startApp({ suite, folder, port: ports.app, env, installed, builtFrom })
  const chromium = await openChromium()
  const scene = createScene(server, app, { signIn: '/auth/signin', signUp: '/auth/signup', landing: '/main' })
  // What a browser says when the server is down on purpose, of a form in a frame of another site, whose field it lets nobody focus unasked,
  // and of a page that it does not show there.
  const harmless = [
    /isn’t possible right now.*“server down/,
    /502 .*“server down/,
    /^Blocked autofocusing on a <input> element in a cross-origin subframe\. .*“in a frame of another site/,
    /^Framing '.+' violates the following Content Security Policy directive: "frame-ancestors .*“in a frame of another site/s,
  ]
  const everywhere = engines ? engineTrips(scene, chromium) : null
  const failed = await runTrips([
    ...trips(journeys(scene, proxy, chromium, app), chromium.worlds),
    ...(everywhere?.trips ?? []),
    ...trips([quietJourney(chromium, harmless)], chromium.worlds),
  ])
  await everywhere?.end()
  await chromium.close()
  proxy.close()
  for (const part of [server, app]) {
    const exit = part.exitCode()
    if (exit !== null) console.log(`${part.name} had ended on its own with ${exit}. Its last words:\n${part.output().slice(-4_000)}`)
    await part.stop()
  }
  process.exitCode = failed > 0 ? 1 : 0
}

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, type Page, test as base } from '@playwright/test'
import { findBrowser } from '../../tools/run-tests/find-browser.ts'
import { CHROMIUM_FLAGS } from '../../tools/testing/chromium.ts'
import { createScene, type Paths, type Scene } from '../journeys/scene.ts'
import { type App, type AppOptions, startApp } from './app.ts'
import type { Inbox } from './inbox.ts'
import { cache } from './paths.ts'
import { endAwaited, type Running } from './process.ts'
import { type Latchkey, type LatchkeyOptions, startLatchkey } from './server.ts'

/** What a suite is made of, as its spec says by `test.use({ suite })`. */
export interface Suite {
  readonly name: string
  /** Wanted ports, for everything that listens; others are taken when they are not free. */
  readonly ports: Readonly<Record<string, number>>
  /** What `latchkey env --sdk` is asked for. */
  readonly sdk: string
  /** The app's pages. */
  readonly paths: Paths
  /** Makes the app's sources and packages ready to be built. */
  app(): Promise<Pick<AppOptions, 'folder' | 'node' | 'installed' | 'builtFrom'>>
  /** Makes Clerk's browser scripts ready, and says where they are. */
  scripts?(): Promise<string>
  /** What pages complain of that is none of ours. */
  readonly harmless?: readonly RegExp[]
}

/** A person at a browser: one context with its own cookies. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
}

interface SuiteFixtures {
  suite: Suite
  server: Latchkey
  app: App
  scene: Scene
  inbox: Inbox
  paths: Paths
  newAddress: Scene['newAddress']
  person: Scene['person']
  countSessions: Scene['countSessions']
  /** Opens a visitor who outlives the journey: to be closed by the one that ends their story. */
  lasting: () => Promise<Visitor>
}

interface JourneyFixtures {
  /** Opens a further visitor, who shares nothing with the others and leaves with the journey. */
  another: (options?: BrowserContextOptions) => Promise<Visitor>
  /** What may be complained of, to which a journey adds what it breaks on purpose. */
  harmless: RegExp[]
  /** Judges every journey: nothing was left at work, nothing left this machine, no page complained, nothing was answered with a failure. */
  quiet: void
}

/** A spec that names no suite can have a browser, and nothing else from here. */
const none: Suite = {
  name: 'none',
  ports: {},
  sdk: '',
  paths: { signIn: '', signUp: '', landing: '' },
  app: () => Promise.reject(new Error('Say by `test.use({ suite })` which app it is.')),
}

const minutes = 60_000
const once = { scope: 'worker' } as const

/** Journeys in Chromium through an app of a suite, with a server of its own. What is asked for is started, and stopped after the last. */
export const test = base.extend<JourneyFixtures, SuiteFixtures>({
  suite: [none, { ...once, option: true }],
  launchOptions: [
    async ({ launchOptions }, provide) => {
      const executablePath = findBrowser(process.env)
      if (executablePath === null)
        throw new Error('No Chromium or Chrome runs on this machine. Install one, or set LATCHKEY_CHROMIUM to its path.')
      // Nothing outside this machine is reachable, so that whatever needs it fails here as well as on a train.
      const local = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1'
      await provide({ ...launchOptions, executablePath, args: [...CHROMIUM_FLAGS, local] })
    },
    once,
  ],
  server: [
    async ({ suite }, provide) => {
      const scripts = await suite.scripts?.()
      await serve({ suite: suite.name, port: suite.ports['server'] ?? 0, ...(scripts === undefined ? {} : { scripts }) }, provide)
    },
    { ...once, timeout: 15 * minutes },
  ],
  app: [
    async ({ suite, server }, provide) => {
      const app = await forAll(suite.name, 'app', async () => {
        const [recipe, env] = [await suite.app(), await server.env(suite.sdk)]
        return startApp({ ...recipe, suite: suite.name, port: suite.ports['app'] ?? 0, env })
      })
      await provide(app)
      await end(app)
    },
    // Packages are installed, and the app is built.
    { ...once, timeout: 40 * minutes },
  ],
  scene: [({ suite, server, app }, provide) => provide(createScene(server, app, suite.paths)), once],
  inbox: [({ scene }, provide) => provide(scene.inbox), once],
  paths: [({ scene }, provide) => provide(scene.paths), once],
  newAddress: [({ scene }, provide) => provide(scene.newAddress), once],
  person: [({ scene }, provide) => provide(scene.person), once],
  countSessions: [({ scene }, provide) => provide(scene.countSessions), once],
  lasting: [({ browser }, provide) => provide(async () => visit(await browser.newContext())), once],
  context: async ({ context }, provide) => {
    watch(context)
    await provide(context)
  },
  another: async ({ browser }, provide) => {
    const visitors: Visitor[] = []
    await provide(async (options) => {
      const visitor = await visit(await browser.newContext(options))
      visitors.push(visitor)
      return visitor
    })
    await Promise.all(visitors.map(({ context }) => context.close()))
  },
  harmless: ({ suite }, provide) => provide([...(suite.harmless ?? [])]),
  quiet: [
    async ({ harmless }, provide, testInfo) => {
      const kinds = Object.values(complaints)
      for (const kind of kinds) kind.clear()
      await provide()
      const given = testInfo.status === 'timedOut' ? await endAwaited() : []
      if (given.length > 0) throw new Error(`Still at work, and ended: ${given.join(', ')}.`)
      for (const kind of kinds) for (const words of kind) if (harmless.some((pattern) => pattern.test(words))) kind.delete(words)
      const none = { errors: new Set(), foreign: new Set(), broken: new Set() }
      assert.deepEqual(complaints, none, 'A page complained, something left this machine, or was answered with a failure.')
    },
    { auto: true },
  ],
})

/** Starts a suite's server with an empty data directory for as long as it is used. */
export async function serve(options: LatchkeyOptions, provide: (server: Latchkey) => Promise<void>): Promise<void> {
  const server = await forAll(options.suite, 'server', () => startLatchkey(options))
  await provide(server)
  await end(server)
}

/**
 * Makes something that all journeys need. When it fails, the first journey says why, and those after it at once that it is so: each of
 * them has a worker of its own, which would try the same again.
 */
async function forAll<T>(name: string, what: string, make: () => Promise<T>): Promise<T> {
  const note = join(cache, name, `no-${what}`)
  const run = String(process.ppid)
  if (existsSync(note) && readFileSync(note, 'utf8') === run)
    throw new Error(`There is no ${what} to walk in: the first journey that was to have it says why.`)
  mkdirSync(join(cache, name), { recursive: true })
  writeFileSync(note, run)
  const made = await make()
  rmSync(note)
  return made
}

async function end(part: Running): Promise<void> {
  const exit = part.exitCode()
  if (exit !== null && exit !== 0)
    console.log(`${part.name} had ended on its own with ${exit}. Its last words:\n${part.output().slice(-4_000)}`)
  await part.stop()
}

/** What went wrong in browsers during the journey at hand. */
const complaints = {
  /** Errors in consoles and uncaught errors in pages. */
  errors: new Set<string>(),
  /** Requests that wanted to leave this machine. */
  foreign: new Set<string>(),
  /** Answers with status 500 and above. */
  broken: new Set<string>(),
}

async function visit(context: BrowserContext): Promise<Visitor> {
  watch(context)
  return { context, page: await context.newPage() }
}

function watch(context: BrowserContext): void {
  const { errors, foreign, broken } = complaints
  context.on('console', (message) => {
    // The browser repeats every 4xx answer as an error; refusing is what those answers are for.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.add(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => errors.add(`${error.error()} (${error.page()?.url()})`))
  context.on('request', (request) => {
    const { protocol, hostname, href } = new URL(request.url())
    if (protocol.startsWith('http') && !/^(127\.0\.0\.1|localhost|.+\.localhost)$/.test(hostname)) foreign.add(href)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) broken.add(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
}

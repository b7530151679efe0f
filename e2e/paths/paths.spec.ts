import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inLanes } from '../../tools/run-tests/in-lanes.ts'
import { serve, test as base } from '../support/fixtures.ts'
import { openInbox } from '../support/inbox.ts'
import { installPackages, installTarballs } from '../support/install.ts'
import { packed } from '../support/packed.ts'
import { cache, homeOf, root } from '../support/paths.ts'
import { type Latchkey, type LatchkeyOptions, startLatchkey } from '../support/server.ts'
import { ask } from './ask.ts'
import { type Apps, type Ground, openApps, type PathsApp, type Shape } from './paths-app.ts'
import { MOVED, PLAIN } from './variation.ts'

const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'server' && name !== 'cli')

const on16: Ground = {
  next: '16',
  folder: join(cache, 'paths/app'),
  proxyFile: 'proxy.ts',
  port: 3670,
  ownPackages: false,
  prepare: async () => packages.map((name) => join(root, 'packages', name)),
}

const on15: Ground = {
  next: '15',
  folder: homeOf('paths-15'),
  proxyFile: 'middleware.ts',
  port: 3671,
  ownPackages: true,
  async prepare() {
    const { tarballs, folder: unpacked } = await packed()
    mkdirSync(this.folder, { recursive: true })
    for (const file of ['package.json', 'package-lock.json'])
      cpSync(join(import.meta.dirname, '../next-15/app', file), join(this.folder, file))
    await installPackages(this.folder)
    await installTarballs(this.folder, tarballs)
    return [unpacked]
  },
}

const HERE: LatchkeyOptions = { suite: 'paths', port: 4670 }

/** Journeys through apps of private pages, with one server for all. */
const test = base.extend<object, { server: Latchkey; apps: Apps }>({
  server: [async ({ browserName: _ }, provide) => serve(HERE, provide), { scope: 'worker', timeout: 5 * 60_000 }],
  apps: [
    async ({ server }, provide) => {
      const apps = openApps(await server.env('latchkey'))
      await provide(apps)
      await apps.stop()
    },
    { scope: 'worker', timeout: 5 * 60_000 },
  ],
})

// A journey waits until its app is built, which others may be before it.
test.describe.configure({ timeout: 25 * 60_000 })

const README = String.raw`['/', '/((?!_next/static/).*)']`
const FILES = 'html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest'
const CLERK = String.raw`'/((?!_next|[^?]*\\.(?:${FILES})).*)', '/(api|trpc)(.*)'`
const ARTICLE = String.raw`'/((?!.+\\.[\\w]+$|_next).*)', '/', '/(api|trpc)(.*)'`

const USUAL: Shape = { matcher: README }

const LEAVES_OUT = /leaves out paths of private pages: anybody could read \/.*Write matcher: \['\/', '\/\(\(\?!_next\/static\/\)\.\*\)'\]/s

/** How many requests are on their way at a time. */
const LANES = 8

/** How the same path is asked for. */
const MANNERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a document': { accept: 'text/html', 'sec-fetch-dest': 'document' },
  'the router': { rsc: '1', accept: 'text/x-component' },
  'a prefetch': { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree', purpose: 'prefetch' },
  'the data of a page': { 'x-nextjs-data': '1' },
  'somebody who claims to be inside': {
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    'x-latchkey-path': '/open',
    'x-matched-path': '/open',
    'x-middleware-next': '1',
    'x-invoke-path': '/main',
  },
}
const DOCUMENT = MANNERS['a document']!

function titleOf({ next }: Ground, { variation = PLAIN }: Shape, what: string): string {
  return `paths, Next ${next}, ${variation.title}: ${what}`
}

/** What is done in an app. */
type Step = (app: PathsApp, server: Latchkey) => Promise<void>

/** A journey through the app of a shape. */
function walk(ground: Ground, shape: Shape, what: string, step: Step): void {
  test(titleOf(ground, shape, what), async ({ apps, server }) => step(await apps.on(ground, shape), server))
}

/** Asks for every spelling in every manner. */
async function nobodyReads(app: PathsApp): Promise<void> {
  const leaks: string[] = []
  const asked = app.spellings.flatMap((path) => Object.entries(MANNERS).map(([manner, headers]) => ({ path, manner, headers })))
  await inLanes(asked, LANES, async ({ path, manner, headers }) => {
    const { status, text } = await ask(app.url, path, headers).catch((error: unknown) => ({ status: 0, text: String(error) }))
    if (text.includes('PRIVATE-BYTES') || status >= 500) leaks.push(`${path} by ${manner}: ${status}`)
  })
  assert.deepEqual(leaks, [])
  const open = await openPage(app)
  const asset = /\/_next\/static\/[^"]+\.js/.exec(open.text)![0]
  assert.equal((await ask(app.url, app.variation.base + asset)).status, 200, asset)
}

/** A page that everybody may see is there: an app that answers nothing would hide all private pages. */
async function openPage({ url, variation }: PathsApp) {
  const answer = await ask(url, variation.spell('/open')[0]!, DOCUMENT)
  assert.ok(answer.status === 200 && answer.text.includes('Open to everybody'), `the public page: ${answer.status}`)
  return answer
}

/** What somebody who is signed in can read, none of which may be kept by a cache. */
async function readBy(cookie: string, { url, spellings }: PathsApp): Promise<ReadonlySet<string>> {
  const read = new Set<string>()
  await inLanes(spellings, LANES, async (path) => {
    const { text, headers } = await ask(url, path, { ...DOCUMENT, cookie })
    if (!text.includes('PRIVATE-BYTES')) return
    read.add(path)
    assert.match(String(headers['cache-control']), /private/, `${path}: ${headers['cache-control']}`)
    assert.match(String(headers['cache-control']), /no-store/, `${path}: ${headers['cache-control']}`)
  })
  return read
}

function usualJourneys(ground: Ground): void {
  const usually = (what: string, step: Step) => walk(ground, USUAL, what, step)
  usually('nobody who is signed out reads a byte of a private page', nobodyReads)
  usually('somebody who is signed in reads them, and no cache keeps them', async (app, server) => {
    const read = await readBy(await signedIn(server, app, `plain-${ground.next}@example.com`), app)
    // A table of paths that nothing answers would prove nothing.
    assert.ok(read.size > app.spellings.length / 3, `only ${read.size} are pages: ${[...read].join(' ')}`)
    for (const path of [
      '/',
      '/main',
      '/settled',
      '/orders/1.png',
      '/legacy/1.txt',
      '/files/a/x.css',
      '/api/x/1.png',
      '/api/settled',
      '/old/1.png',
      '/r/1.png',
      '/s/1.png',
      `/_next/data/${app.buildId}/old/1.png.json`,
      `/_next/data/${app.buildId}/settled.json`,
    ])
      assert.ok(read.has(path), `${path} is not read`)
  })
  usually("public pages and files are everybody's, and caches may keep them", async (app) => {
    assert.match(String((await openPage(app)).headers['cache-control']), /s-maxage/)
    // The Edge runtime has no file system to find the file in.
    if (ground.proxyFile !== 'proxy.ts') return
    for (const path of ['/logo.png', '/_next/image?url=%2Flogo.png&w=64&q=75']) {
      const { status, headers } = await ask(app.url, path)
      assert.deepEqual([path, status, String(headers['content-type']).slice(0, 6)], [path, 200, 'image/'])
    }
  })
  usually("a preflight reaches the app's own handler without credentials, and nothing else does", preflights)
  usually('bodies that the server would refuse do not pile up in the app', bigBodies)
}

function movedJourneys(ground: Ground): void {
  const shape: Shape = { matcher: README, variation: MOVED }
  walk(ground, shape, 'nobody who is signed out reads a byte of a private page', nobodyReads)
  walk(ground, shape, 'somebody who is signed in reads them, and no cache keeps them', async (app, server) => {
    const read = await readBy(await signedIn(server, app, `moved-${ground.next}@example.com`), app)
    for (const path of [
      '/shop/',
      '/shop/main/',
      '/shop/en/main/',
      '/shop/settled/',
      '/shop/de/settled/',
      '/shop/orders/1.png',
      '/shop/legacy/1.txt',
      '/shop/de/old/1.png',
      '/shop/r/1.png',
      '/shop/de/s/1.png',
      `/shop/_next/data/${app.buildId}/de/old/1.png.json`,
      `/shop/_next/data/${app.buildId}/de/settled.json`,
    ])
      assert.ok(read.has(path), `${path} is not read`)
  })
}

/** Matchers of others, which leave out addresses in an app whose pages have many. */
const REFUSED = [
  ["Clerk's usual matcher", `[${CLERK}]`],
  ["the article's matcher", `[${ARTICLE}]`],
] as const

function refusedMatchers(ground: Ground, meanwhile?: (apps: Apps) => void): void {
  for (const [what, matcher] of REFUSED)
    test(titleOf(ground, { matcher }, `${what}, which leaves out addresses of private pages, is refused`), async ({ apps }) => {
      meanwhile?.(apps)
      await assert.rejects(apps.on(ground, { matcher }), LEAVES_OUT)
    })
}

/** Matchers that are right for the pages that an app has. */
function takenMatchers(ground: Ground): void {
  const safe = (what: string, shape: Shape) => walk(ground, shape, `${what} leaves nothing open`, nobodyReads)
  safe('the matcher for an app with a page that takes any path', { matcher: "['/', '/(.*)']", pages: 'any' })
  safe("the article's matcher, in an app whose pages have one address each,", {
    matcher: `[${ARTICLE}]`,
    pages: 'settled',
    variation: MOVED,
  })
}

async function preflights(app: PathsApp): Promise<void> {
  const preflight = {
    origin: 'https://other.example',
    'access-control-request-method': 'GET',
    cookie: 'a=1',
    authorization: 'Bearer x',
  }
  const passed = await ask(app.url, '/api/x/1', preflight, { method: 'OPTIONS' })
  assert.deepEqual(
    [passed.status, passed.headers['access-control-allow-origin'], passed.headers['x-saw']],
    [204, 'https://other.example', 'null null'],
  )
  for (const [path, headers, method] of [
    ['/api/x/1', preflight, 'GET'],
    ['/api/x/1', { origin: 'https://other.example' }, 'OPTIONS'],
    ['/main', preflight, 'OPTIONS'],
    ['/orders/1', preflight, 'OPTIONS'],
    ['/old/1', preflight, 'OPTIONS'],
    ['/files/a', preflight, 'HEAD'],
  ] as const) {
    const { status, text } = await ask(app.url, path, headers, { method })
    assert.ok(status === 401 || status === 307, `${method} ${path}: ${status}`)
    assert.ok(!text.includes('PRIVATE-BYTES'), `${method} ${path}`)
  }
}

async function bigBodies(app: PathsApp): Promise<void> {
  const body = new Uint8Array(9_900_000)
  const headers = { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask(app.url, '/__latchkey/v1/client/sign_ins', headers, { method: 'POST', body }).catch(() => null)),
  )
  for (const answer of answers) assert.ok(answer === null || answer.status === 413, String(answer?.status))
  await openPage(app)
}

/** Stops the server, whose place another one takes that knows nobody: nothing can come after it. */
async function dataGone(app: PathsApp, server: Latchkey): Promise<void> {
  const cookie = await signedIn(server, app, 'gone@example.com')
  const me = (headers = {}) => ask(app.url, '/me', { ...DOCUMENT, cookie, ...headers })
  assert.match((await me()).text, /PRIVATE-BYTES.*gone@example\.com/s)
  await server.stop()
  const other = await startLatchkey(HERE)
  const after = await me()
  assert.deepEqual([after.status, /gone@example\.com/.test(after.text), /nobody/.test(after.text)], [200, false, true])
  // The session's own token is good for its minute; without it the server is asked, which knows nobody.
  const old = await me({ cookie: cookie.replace(/__latchkey_session[^;]*;? ?/, '') })
  assert.ok(old.status < 400 || old.status === 503, String(old.status))
  await other.stop()
}

/** Signs somebody up through the app, and returns their cookies. */
async function signedIn(server: Latchkey, { url, variation }: PathsApp, address: string): Promise<string> {
  const jar = new Map<string, string>()
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin: url, 'content-type': 'application/x-www-form-urlencoded', ...(cookie !== '' && { cookie }) }
    const at = variation.spell(`/__latchkey/v1${path}`)[0]!
    const answer = await ask(url, at, headers, { method: 'POST', body: new URLSearchParams(fields).toString() })
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) jar.set(/^[^=]+/.exec(line)![0], /=([^;]*)/.exec(line)![1]!)
    assert.equal(answer.status, 200, `${path}: ${answer.status} ${answer.text}`)
    return JSON.parse(answer.text) as { readonly response: { readonly id: string } }
  }
  const { id } = (await post('/client/sign_ups', { email_address: address })).response
  await post(`/client/sign_ups/${id}/prepare_verification`, { strategy: 'email_code' })
  const { code } = await openInbox(server).next(address)
  await post(`/client/sign_ups/${id}/attempt_verification`, { strategy: 'email_code', code: code! })
  return Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ')
}

// Next.js 15 builds five times as long, so it begins with the first journeys; one that is chosen alone builds what it needs.
refusedMatchers(on16, (apps) => {
  for (const shape of [...REFUSED.map(([, matcher]) => ({ matcher })), USUAL]) void apps.on(on15, shape).catch(() => undefined)
})
takenMatchers(on16)
movedJourneys(on16)
refusedMatchers(on15)
usualJourneys(on15)
usualJourneys(on16)
walk(on16, USUAL, 'with the data folder deleted nobody is signed in, and no page falls over', dataGone)

import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { inLanes } from '../../tools/run-tests/in-lanes.ts'
import { openInbox } from '../support/inbox.ts'
import { type App, startApp } from '../support/app.ts'
import { type Latchkey, startLatchkey } from '../support/server.ts'
import { type Journey, runJourneys } from '../support/test.ts'
import { SPELLINGS } from './spellings.ts'

/** One app of private pages, on one version of Next.js. */
export interface PathsSuite {
  readonly suite: string
  readonly folder: string
  readonly proxyFile: 'proxy.ts' | 'middleware.ts'
  readonly ports: { readonly server: number; readonly app: number }
  readonly builtFrom: readonly string[]
}

const README = String.raw`['/', '/((?!_next/static/).*)']`
const FILES = 'html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest'
const FOREIGN = {
  "Clerk's usual matcher": String.raw`['/((?!_next|[^?]*\\.(?:${FILES})).*)', '/(api|trpc)(.*)']`,
  "the article's matcher": String.raw`['/((?!.+\\.[\\w]+$|_next).*)', '/', '/(api|trpc)(.*)']`,
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Sends the path as it is: `fetch` would tidy it up. */
function ask(
  app: App,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  { method = 'GET', body }: { readonly method?: string; readonly body?: string | Uint8Array } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(app.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { host: `localhost:${port}`, ...headers } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(parts).toString('latin1') }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

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
    'x-latchkey-path': '/',
    'x-matched-path': '/',
    'x-middleware-next': '1',
    'x-invoke-path': '/main',
  },
}

/** Builds the app with a matcher, in the folder; what was built before is used again. */
function lay({ folder, proxyFile }: PathsSuite, matcher: string, any: boolean): void {
  mkdirSync(folder, { recursive: true })
  for (const name of ['app', 'pages', 'public', 'proxy.ts', 'middleware.ts']) rmSync(join(folder, name), { recursive: true, force: true })
  cpSync(join(import.meta.dirname, 'app'), folder, { recursive: true })
  if (!any) rmSync(join(folder, 'app/[...slug]'), { recursive: true })
  writeFileSync(
    join(folder, proxyFile),
    `import { authMiddleware } from '@latchkey/nextjs'

export default authMiddleware({ publicRoutes: ['/'], ${proxyFile === 'proxy.ts' ? '' : "corsRoutes: ['/api/x/(.*)'], "}})

export const config = {
  matcher: ${matcher},
}
`,
  )
}

async function signedIn(server: Latchkey, app: App, address = 'paths@example.com'): Promise<string> {
  const jar = new Map<string, string>()
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin: app.url, 'content-type': 'application/x-www-form-urlencoded', ...(cookie !== '' && { cookie }) }
    const answer = await ask(app, `/__latchkey/v1${path}`, headers, { method: 'POST', body: new URLSearchParams(fields).toString() })
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

/** Runs the suite, and leaves the verdict in the exit code. */
export async function pathsSuite(suite: PathsSuite): Promise<void> {
  const server = await startLatchkey({ suite: suite.suite, port: suite.ports.server })
  const env = await server.env('latchkey')
  const { folder, builtFrom } = suite
  const start = (matcher: string, any = false) => {
    lay(suite, matcher, any)
    return startApp({ suite: suite.suite, folder, port: suite.ports.app, env, installed: true, builtFrom })
  }
  const app = await start(README)
  const id = readFileSync(join(folder, '.next/BUILD_ID'), 'utf8')
  const spelled = SPELLINGS.map((path) => path.replace('BUILD', id))
  const nobodyReads = async (from: App, build: string): Promise<void> => {
    const leaks: string[] = []
    const asked = SPELLINGS.flatMap((one) =>
      Object.entries(MANNERS).map(([manner, headers]) => ({ path: one.replace('BUILD', build), manner, headers })),
    )
    await inLanes(asked, LANES, async ({ path, manner, headers }) => {
      const { status, text } = await ask(from, path, headers).catch((error: unknown) => ({ status: 0, text: String(error) }))
      if (text.includes('PRIVATE-BYTES') || status >= 500) leaks.push(`${path} by ${manner}: ${status}`)
    })
    assert.deepEqual(leaks, [])
    const open = await ask(from, '/', MANNERS['a document'])
    assert.ok(open.status === 200 && open.text.includes('Open to everybody'), `home: ${open.status}`)
    const asset = /\/_next\/static\/[^"]+\.js/.exec(open.text)![0]
    assert.equal((await ask(from, asset)).status, 200, asset)
  }
  const everyPath: Journey<null> = {
    title: "paths: a page that takes any path is nobody's below the folder of Next either",
    patience: 180,
    async run() {
      await app.stop()
      await assert.rejects(start(README, true), /anybody could read it there\. Write matcher: \['\/', '\/\(\.\*\)'\]/)
      const whole = await start("['/', '/(.*)']", true)
      try {
        await nobodyReads(whole, readFileSync(join(folder, '.next/BUILD_ID'), 'utf8'))
      } finally {
        await whole.stop()
      }
    },
  }
  const journeys: readonly Journey<null>[] = [
    {
      title: `paths: nobody who is signed out reads a byte of a private page, by ${spelled.length} spellings`,
      async run() {
        await nobodyReads(app, id)
      },
    },
    {
      title: 'paths: somebody who is signed in reads them, and no cache keeps them',
      async run() {
        const cookie = await signedIn(server, app)
        const read: string[] = []
        await inLanes(spelled, LANES, async (path) => {
          const { text, headers } = await ask(app, path, { cookie, accept: 'text/html', 'sec-fetch-dest': 'document' })
          if (!text.includes('PRIVATE-BYTES')) return
          read.push(path)
          assert.match(String(headers['cache-control']), /private/, `${path}: ${headers['cache-control']}`)
          assert.match(String(headers['cache-control']), /no-store/, `${path}: ${headers['cache-control']}`)
        })
        // A table of paths that nothing answers would prove nothing.
        assert.ok(read.length > spelled.length / 3, `only ${read.length} are pages: ${read.join(' ')}`)
        for (const path of [
          '/main',
          '/orders/1.png',
          '/legacy/1.txt',
          '/files/a/x.css',
          '/api/x/1.png',
          '/old/1.png',
          '/r/1.png',
          `/_next/data/${id}/old/1.png.json`,
        ])
          assert.ok(read.includes(path), `${path} is not read`)
      },
    },
    {
      title: "paths: public pages and files are everybody's, and caches may keep them",
      async run() {
        const home = await ask(app, '/', MANNERS['a document'])
        assert.match(String(home.headers['cache-control']), /s-maxage/)
        if (suite.proxyFile !== 'proxy.ts') return
        for (const path of ['/logo.png', '/_next/image?url=%2Flogo.png&w=64&q=75']) {
          const { status, headers } = await ask(app, path)
          assert.deepEqual([path, status, String(headers['content-type']).slice(0, 6)], [path, 200, 'image/'])
        }
      },
    },
    {
      title: "paths: a preflight reaches the app's own handler without credentials, and nothing else does",
      async run() {
        const preflight = {
          origin: 'https://other.example',
          'access-control-request-method': 'GET',
          cookie: 'a=1',
          authorization: 'Bearer x',
        }
        const passed = await ask(app, '/api/x/1', preflight, { method: 'OPTIONS' })
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
          const { status, text } = await ask(app, path, headers, { method })
          assert.ok(status === 401 || status === 307, `${method} ${path}: ${status}`)
          assert.ok(!text.includes('PRIVATE-BYTES'), `${method} ${path}`)
        }
      },
    },
    {
      title: 'paths: bodies that the server would refuse do not pile up in the app',
      async run() {
        const body = new Uint8Array(9_900_000)
        const answers = await Promise.all(
          Array.from({ length: 20 }, () =>
            ask(
              app,
              '/__latchkey/v1/client/sign_ins',
              { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' },
              { method: 'POST', body },
            ).catch(() => null),
          ),
        )
        for (const answer of answers) assert.ok(answer === null || answer.status === 413, String(answer?.status))
        const open = await ask(app, '/', MANNERS['a document'])
        assert.equal(open.status, 200)
      },
    },
    {
      title: 'paths: with the data folder deleted nobody is signed in, and no page falls over',
      async run() {
        const cookie = await signedIn(server, app, 'gone@example.com')
        const me = (headers = {}) => ask(app, '/me', { ...MANNERS['a document'], cookie, ...headers })
        assert.match((await me()).text, /PRIVATE-BYTES.*gone@example\.com/s)
        await server.stop()
        const other = await startLatchkey({ suite: suite.suite, port: suite.ports.server })
        const after = await me()
        assert.deepEqual([after.status, /gone@example\.com/.test(after.text), /nobody/.test(after.text)], [200, false, true])
        // The session's own token is good for its minute; without it the server is asked, which knows nobody.
        const old = await me({ cookie: cookie.replace(/__latchkey_session[^;]*;? ?/, '') })
        assert.ok(old.status < 400 || old.status === 503, String(old.status))
        await other.stop()
      },
    },
    ...(suite.proxyFile === 'proxy.ts' ? [everyPath] : []),
    ...Object.entries(FOREIGN).map(([name, matcher]) => ({
      title: `paths: ${name} is refused where it leaves private pages out`,
      patience: 180,
      async run() {
        await app.stop()
        await assert.rejects(
          start(matcher),
          /leaves out paths of private pages: anybody could read \/.*Write matcher: \['\/', '\/\(\(\?!_next\/static\/\)\.\*\)'\]/s,
        )
      },
    })),
  ]
  const failed = await runJourneys(journeys, { open: async () => null, close: async () => {} })
  await app.stop()
  await server.stop()
  process.exitCode = failed > 0 ? 1 : 0
}

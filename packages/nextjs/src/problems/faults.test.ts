import { cookieNames } from '@latchkey/backend'
import { encodePublishableKey } from '@latchkey/protocol'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { pass, signUpThrough, type Visitor, visitor } from '../testing/stage.ts'
import { problem, type ProblemCode } from './problem.ts'
import { PROXY_FILE } from './proxy-file.ts'

/** What is wrong with an app, what its page and its terminal say of it, and where else than on the hosted page. */
interface Fault {
  readonly what: string
  arrange(): void | Promise<void>
  readonly code: ProblemCode
  readonly detail?: string
  /** A page of somebody signed in is closed as well, whose session has to be renewed. */
  readonly closed: boolean
}

const real = realServer()
let hours = 0
let said: string[]
beforeEach(() => {
  said = []
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
  pass(3_600_000 * ++hours)
})
const env = (publishableKey: string, secretKey: string) => {
  vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', publishableKey)
  vi.stubEnv('LATCHKEY_SECRET_KEY', secretKey)
}
const answer = (make: () => Response) => void vi.stubGlobal('fetch', async () => make())
const html = (status: number) =>
  answer(() => new Response('<!doctype html><title>Another server</title>', { status, headers: { 'content-type': 'text/html' } }))
const server = () => new URL(real.app.frontendApiUrl).origin
const unknown = () => encodePublishableKey('development', `clerk.nobodyhere.localhost:${new URL(real.app.frontendApiUrl).port}`)

const FAULTS: readonly Fault[] = [
  { what: 'neither key', arrange: () => env('', ''), code: 'keys_missing', closed: true },
  { what: 'no publishable key', arrange: () => env('', real.app.secretKey!), code: 'publishable_key_missing', closed: true },
  { what: 'no secret key', arrange: () => env(real.app.publishableKey, ''), code: 'secret_key_missing', closed: true },
  {
    what: 'half a publishable key',
    arrange: () => env(real.app.publishableKey.slice(0, -3), real.app.secretKey!),
    code: 'publishable_key_malformed',
    closed: true,
  },
  { what: 'half a secret key', arrange: () => env(real.app.publishableKey, 'sk_tes'), code: 'secret_key_malformed', closed: true },
  {
    what: 'a test key beside a live one',
    arrange: () => env(real.app.publishableKey, 'sk_live_0123456789'),
    code: 'keys_disagree',
    closed: true,
  },
  {
    what: 'the secret key of another application',
    arrange: async () => env(real.app.publishableKey, (await real.server.application()).secretKey!),
    code: 'secret_key_refused',
    closed: true,
  },
  {
    what: "a secret key that is nobody's",
    arrange: () => env(real.app.publishableKey, 'sk_test_0123456789'),
    code: 'secret_key_refused',
    closed: true,
  },
  {
    what: 'keys of a server whose data was thrown away',
    arrange: () => env(unknown(), real.app.secretKey!),
    code: 'instance_unknown',
    closed: false,
  },
  { what: 'another server in its place, which knows no such path', arrange: () => html(404), code: 'server_other', closed: true },
  {
    what: 'a server that is away',
    arrange: () =>
      answer(() => {
        throw new TypeError('fetch failed')
      }),
    code: 'server_unreachable',
    closed: true,
  },
]

describe.each(FAULTS)('with $what', ({ arrange, code, closed }) => {
  const expected = () =>
    problem(code, ['secret_key_refused', 'instance_unknown', 'server_other', 'server_unreachable'].includes(code) ? server() : undefined)
  const plain = (text: string) =>
    text
      .replaceAll(/<style>[^]*?<\/style>|<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  let browser: Visitor
  beforeEach(async () => {
    browser = visitor({ publicRoutes: ['/'] })
    await signUpThrough(real.server, browser, `fault-${code}-${hours}@example.com`)
    pass(70_000)
    await arrange()
  })

  test.each(['/__latchkey/sign-in', ...(closed ? ['/main'] : [])])('%s says it, and so does the terminal', async (path) => {
    vi.stubEnv('NODE_ENV', 'development')
    const { what, remedy } = expected()
    const before = new Map(browser.cookies)
    const page = await browser.page(path)
    expect([page.passed, page.status >= 400, /no-store$/.test(page.headers.get('cache-control') ?? '')]).toEqual([false, true, true])
    expect(plain(page.text)).toContain(`${what} ${remedy}`)
    expect(plain(page.text)).not.toMatch(/\bthe proxy\b/i)
    expect(said).toEqual([`Latchkey: ${what} ${remedy}`])
    expect(page.headers.get('latchkey-problem')?.split(' ')[0]).toBe(code)
    expect([...browser.cookies]).toEqual([...before])
    for (const secret of [real.app.secretKey!, 'sk_test_0123456789']) expect(page.text + said.join()).not.toContain(secret)
  })

  test.each(['/__latchkey/sign-in', ...(closed ? ['/main'] : [])])(
    '%s is closed in production, and says nothing of it; the terminal does',
    async (path) => {
      vi.stubEnv('NODE_ENV', 'production')
      const page = await browser.page(path)
      expect([page.passed, page.status >= 400, page.headers.get('latchkey-problem')]).toEqual([false, true, null])
      expect(plain(page.text)).toMatch(/^ This page is not available/)
      expect(page.text).not.toMatch(/LATCHKEY_|\.env|sk_|pk_|localhost/)
      expect(said).toEqual([`Latchkey: ${expected().what} ${expected().remedy}`])
    },
  )

  test('nobody is signed in by it', async () => {
    const names = cookieNames(real.app.publishableKey)
    browser.cookies.set(names.hint, 'in')
    expect((await visitor().page('/main')).passed).toBe(false)
    expect((await browser.fetch('/api/x')).passed).toBe(false)
  })
})

test('a page in place of an answer of the API is told as another server', async () => {
  vi.stubEnv('NODE_ENV', 'development')
  html(200)
  const asked = await visitor().fetch('/__latchkey/v1/environment')
  expect([asked.status, asked.json.errors[0].code]).toEqual([502, 'server_other'])
})

test('the clock of the server is told with each answer, in development on the page as well', async () => {
  vi.stubEnv('NODE_ENV', 'development')
  real.ahead = 8000
  const asked = await visitor().fetch('/__latchkey/v1/environment')
  expect([asked.status, asked.headers.get('latchkey-problem')]).toEqual([200, 'clocks_differ 8'])
  expect(said).toEqual([expect.stringContaining("8 seconds ahead of the app's; it is allowed for, up to a minute.")])
  vi.stubEnv('NODE_ENV', 'production')
  expect((await visitor().fetch('/__latchkey/v1/environment')).headers.get('latchkey-problem')).toBeNull()
})

test('what is to be written into proxy.ts is what the README says, and what latchkey init writes', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(PROXY_FILE)
  expect(readFileSync(new URL('../../../cli/src/app/changes/proxy-step.ts', import.meta.url), 'utf8')).toContain(PROXY_FILE)
  for (const code of ['proxy_missing', 'page_unguarded'] as const) expect(problem(code).file).toBe(PROXY_FILE)
})

test.each([
  ['8', /8 seconds ahead of the app's; it is allowed for/],
  ['-1', /1 second behind the app's; it is allowed for/],
  ['-312', /5 minutes behind the app's, and nobody can be signed in\./],
  ['90000', /25 hours ahead of/],
  [undefined, /The clocks of the app and of the Latchkey server differ, and nobody can be signed in\./],
])('clocks that are %s s apart', (seconds, sentence) => {
  expect(problem('clocks_differ', seconds).what).toMatch(sentence)
})

import { cookieNames, type CookieNames } from '@latchkey/backend'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { type Outcome, pass, SECURE_ORIGIN, setUp, signUpThrough, type Visitor, visitor } from '../testing/stage.ts'

const real = realServer()
const refresh = 'POST /v1/latchkey/session'
let names: CookieNames
let count = 0
let hours = 0
let said: string[]
beforeAll(() => void (names = cookieNames(real.app.publishableKey)))
beforeEach(() => {
  said = []
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
  // Each test later than the one before: what was said once is not said again for a minute, and keys are kept for one.
  pass(3_600_000 * ++hours)
})

async function somebody(at?: string): Promise<Visitor> {
  const browser = visitor({ publicRoutes: ['/'] }, at)
  await signUpThrough(real.server, browser, `somebody-${count++}@example.com`)
  await browser.page('/main')
  real.asked.length = 0
  return browser
}
const refreshes = () => real.asked.filter((one) => one === refresh).length
const tokenSeen = (outcome: Outcome) => new RegExp(`${names.session}=([^;]*)`).exec(outcome.seen('cookie') ?? '')?.[1] ?? null
const away = () => void (real.before = () => Promise.reject(new TypeError('fetch failed')))

describe('a session token', () => {
  test('that is good is used without asking anybody', async () => {
    const browser = await somebody()
    const outcome = await browser.page('/main')
    expect([outcome.passed, refreshes(), outcome.set]).toEqual([true, 0, []])
  })

  test.each([
    ['has ended', 61_000, 1],
    ['ended long ago', 3_600_000, 1],
    ['has less than five seconds to go', 55_001, 1],
    ['has more', 54_000, 0],
  ])('that %s is replaced on the way %s: %d', async (_, ms, expected) => {
    const browser = await somebody()
    const old = browser.cookies.get(names.session)
    pass(ms)
    const outcome = await browser.page('/main')
    expect([outcome.passed, refreshes()]).toEqual([true, expected])
    expect(tokenSeen(outcome) === old).toBe(expected === 0)
    expect(browser.cookies.get(names.session)).toBe(tokenSeen(outcome))
    if (expected === 1) expect(outcome.headers.get('cache-control')).toBe('private, no-store')
  })

  test("that is missing, mangled or another browser's is replaced", async () => {
    const other = (await somebody()).cookies.get(names.session)!
    for (const token of [null, 'x', other]) {
      const browser = await somebody()
      if (token === null) browser.cookies.delete(names.session)
      else browser.cookies.set(names.session, token)
      const outcome = await browser.page('/main')
      expect([outcome.passed, refreshes()]).toEqual([true, 1])
      expect(tokenSeen(outcome)).toMatch(/^ey/)
      expect(tokenSeen(outcome)).not.toBe(token)
    }
  })

  test('is replaced once for all who come at once or within ten seconds', async () => {
    const browser = await somebody()
    pass(61_000)
    const cookies = new Map(browser.cookies)
    const again = async () => {
      for (const [name, value] of cookies) browser.cookies.set(name, value)
      return browser.page('/main')
    }
    const outcomes = await Promise.all(Array.from({ length: 6 }, again))
    pass(9000)
    outcomes.push(await again())
    expect([outcomes.every(({ passed }) => passed), new Set(outcomes.map(tokenSeen)).size, refreshes()]).toEqual([true, 1, 1])
    pass(1000)
    await again()
    expect(refreshes()).toBe(2)
  })

  test('of a path that is not protected is replaced as well', async () => {
    const browser = await somebody()
    pass(61_000)
    await browser.page('/')
    expect(refreshes()).toBe(1)
  })

  test("leaves the app's other cookies letter by letter as they came", async () => {
    const browser = await somebody()
    pass(61_000)
    browser.cookies.set('q', '"z z"')
    browser.cookies.set('x', 'a=b=c%20')
    const outcome = await browser.page('/main')
    expect(outcome.seen('cookie')).toContain('; q="z z"; x=a=b=c%20; ')
    expect(outcome.set.map((line) => line.split('=')[0])).toEqual([names.session])
  })

  test('with a lost hint gets a new hint', async () => {
    const browser = await somebody()
    browser.cookies.delete(names.hint)
    expect((await browser.page('/main')).set).toEqual([`${names.hint}=in`])
  })
})

describe('cookies', () => {
  test('are HttpOnly but for the hint, Lax, for the whole app and 400 days', async () => {
    const browser = await somebody()
    browser.cookies.delete(names.hint)
    pass(61_000)
    const plain = (await browser.page('/main')).headers.getSetCookie()
    expect(plain).toEqual([
      expect.stringMatching(new RegExp(`^${names.session}=ey[^;]*; Path=/; Max-Age=34560000; SameSite=Lax; HttpOnly$`)),
      `${names.hint}=in; Path=/; Max-Age=34560000; SameSite=Lax`,
    ])
  })

  test('are secure by https, with names that this host alone can set', async () => {
    const secure = cookieNames(real.app.publishableKey, { secure: true })
    const browser = await somebody(SECURE_ORIGIN)
    expect([...browser.cookies.keys()].toSorted()).toEqual(Object.values(secure).toSorted())
    browser.cookies.delete(secure.hint)
    pass(61_000)
    expect((await browser.page('/main')).headers.getSetCookie()).toEqual([
      expect.stringMatching(new RegExp(`^__Host-latchkey_session_.{8}=ey[^;]*; Path=/; Max-Age=34560000; SameSite=Lax; HttpOnly; Secure$`)),
      `${secure.hint}=in; Path=/; Max-Age=34560000; SameSite=Lax; Secure`,
    ])
  })

  test('without a client token let nobody in, and go', async () => {
    const browser = await somebody()
    browser.cookies.delete(names.client)
    const outcome = await browser.page('/')
    expect([tokenSeen(outcome), refreshes()]).toEqual([null, 0])
    expect([...browser.cookies.keys()]).toEqual([])
    expect(outcome.headers.get('cache-control')).toBe('private, no-store')
    expect((await browser.page('/main')).status).toBe(307)
  })

  test('of a client that the server does not know go out of sight; the browser keeps the client token alone', async () => {
    const browser = await somebody()
    browser.cookies.set(names.client, 'nobody')
    const outcome = await browser.page('/')
    expect([outcome.passed, refreshes(), outcome.seen('cookie'), [...browser.cookies.keys()]]).toEqual([true, 1, null, [names.client]])
  })

  test("of two clients are nobody's, and stay", async () => {
    const browser = await somebody()
    const cookie =
      `${names.client}=evil; ${names.client}=${browser.cookies.get(names.client)}; ` +
      `${names.session}=${browser.cookies.get(names.session)}`
    const outcome = await browser.page('/main', { cookie })
    expect([outcome.status, outcome.set, refreshes()]).toEqual([307, [], 0])
  })

  test('beside a bearer are left alone', async () => {
    const browser = await somebody()
    pass(61_000)
    const outcome = await browser.fetch('/api/x', { headers: { authorization: 'Bearer x' } })
    expect([outcome.status, outcome.set, refreshes()]).toEqual([401, [], 0])
  })
})

describe('a token that was made for another app of the instance', () => {
  const elsewhere = 'http://localhost:3001'
  const bearerOf = async () => {
    const browser = visitor({ appUrl: elsewhere })
    const at = { origin: elsewhere, 'content-type': 'application/x-www-form-urlencoded' }
    const post = (path: string, fields: Record<string, string>) =>
      browser.fetch(`/__latchkey/v1${path}`, { method: 'POST', headers: at, body: new URLSearchParams(fields).toString() })
    const address = `elsewhere-${count++}@example.com`
    const { json } = await post('/client/sign_ups', { email_address: address })
    await post(`/client/sign_ups/${json.response.id}/prepare_verification`, { strategy: 'email_code' })
    const { code } = (await real.server.mails(address)).at(-1)!
    const done = await post(`/client/sign_ups/${json.response.id}/attempt_verification`, { strategy: 'email_code', code: code! })
    const token = await post(`/client/sessions/${done.json.client.sessions[0].id}/tokens`, {})
    return { bearer: { authorization: `Bearer ${token.json.jwt}` }, browser }
  }

  test('opens nothing in production, unless the app says so', async () => {
    const { bearer } = await bearerOf()
    const statusOf = async (options: Parameters<typeof visitor>[0] = {}) =>
      (await visitor(options).fetch('/api/x', { headers: bearer })).status
    expect(await statusOf()).toBe(200)
    vi.stubEnv('NODE_ENV', 'production')
    expect([await statusOf(), await statusOf({ appUrl: elsewhere }), await statusOf({ authorizedParties: [elsewhere] })]).toEqual([
      401, 200, 200,
    ])
    vi.stubEnv('LATCHKEY_AUTHORIZED_PARTIES', `https://a.example, ${elsewhere}/`)
    expect(await statusOf()).toBe(200)
  })

  test('in the cookies is replaced by one for this app', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const { browser } = await bearerOf()
    real.asked.length = 0
    const here = visitor()
    for (const [name, value] of browser.cookies) here.cookies.set(name, value)
    const outcome = await here.page('/main')
    expect([outcome.passed, refreshes()]).toEqual([true, 1])
    expect(tokenSeen(outcome)).not.toBe(browser.cookies.get(names.session))
  })
})

describe('after a sign-out', () => {
  const leave = (browser: Visitor) => browser.fetch('/__latchkey/v1/client/sessions', { method: 'DELETE' })

  test('nobody is signed in, whatever was answered before', async () => {
    const browser = await somebody()
    pass(61_000)
    await browser.page('/main')
    expect((await leave(browser)).status).toBe(200)
    expect([browser.cookies.has(names.session), browser.cookies.has(names.hint)]).toEqual([false, false])
    expect((await browser.page('/main')).status).toBe(307)
  })

  test('a late answer to an old question lets nobody in', async () => {
    const browser = await somebody()
    pass(61_000)
    let go: () => void = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    const answered = vi.fn<() => Promise<void>>(() => held)
    real.after = answered
    const late = browser.page('/main')
    await expect.poll(() => answered.mock.calls.length).toBeGreaterThan(0)
    real.after = () => {}
    // The answer is on its way when she leaves, and comes when she has left.
    const left = leave(browser)
    await left
    go()
    await late
    expect(browser.cookies.has(names.session), 'the late answer puts a token back').toBe(true)
    const outcome = await browser.page('/')
    expect([outcome.passed, tokenSeen(outcome)]).toEqual([true, null])
    expect(browser.cookies.has(names.session)).toBe(false)
    expect((await browser.page('/main')).status).toBe(307)
  })

  test('the server is not asked at every step of somebody who is signed out', async () => {
    const browser = await somebody()
    await leave(browser)
    for (let step = 0; step < 5; step++) await browser.page('/')
    expect(refreshes()).toBe(1)
  })
})

describe('while the server is away', () => {
  test('a good token is good', async () => {
    const browser = await somebody()
    away()
    pass(57_000)
    expect((await browser.page('/main')).passed).toBe(true)
    expect(said).toEqual([expect.stringMatching(/^Latchkey: The Latchkey server at http:\/\/localhost:\d+ does not answer\. Start it/)])
  })

  test('an old one lets nobody in, and the cookies stay until it is back', async () => {
    const browser = await somebody()
    away()
    pass(66_000)
    const before = new Map(browser.cookies)
    const closed = await browser.page('/main')
    expect([closed.status, closed.text]).toEqual([503, expect.stringContaining('Try again')])
    expect((await browser.page('/')).passed).toBe(true)
    expect(browser.cookies).toEqual(before)
    real.before = () => {}
    pass(1000)
    expect((await browser.page('/main')).passed).toBe(true)
  })

  test('it is not waited for by everybody anew', async () => {
    const browser = await somebody()
    away()
    pass(61_000)
    for (let step = 0; step < 5; step++) await browser.page('/')
    expect(refreshes()).toBe(1)
  })

  test('a server that hangs is waited for three seconds', async () => {
    const browser = await somebody()
    pass(61_000)
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error))),
    )
    const end = new AbortController()
    const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(end.signal)
    const page = browser.page('/')
    await expect.poll(() => limit.mock.lastCall).toEqual([3000])
    end.abort(new DOMException('That took too long.', 'TimeoutError'))
    expect((await page).passed).toBe(true)
    expect(browser.cookies.has(names.client)).toBe(true)
  })

  test('a server that hangs costs one visitor the wait, and a page for everybody nearly nothing', async () => {
    const [first, second, third] = [await somebody(), await somebody(), await somebody()]
    pass(66_000)
    const asked: string[] = []
    vi.stubGlobal('fetch', (url: string, { signal }: RequestInit) => {
      asked.push(url.slice(real.app.frontendApiUrl.length))
      return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error)))
    })
    const questions = () => asked.filter((path) => path === '/v1/latchkey/session').length
    // Short waits end, the long one when it is told to.
    const end = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const own = new AbortController()
      if (ms <= 1000) setTimeout(() => own.abort(), 20)
      return ms <= 1000 ? own.signal : end.signal
    })
    const open = first.page('/')
    const shown = await open
    expect([shown.passed, tokenSeen(shown), shown.set]).toEqual([true, null, []])
    await expect.poll(questions).toBe(1)
    pass(1000)
    // The question is still under way, and says enough.
    const closed = await second.page('/main')
    expect([closed.passed, closed.status, questions()]).toEqual([false, 503, 1])
    expect((await third.page('/')).passed).toBe(true)
    end.abort(new DOMException('That took too long.', 'TimeoutError'))
    expect((await third.page('/main')).status).toBe(503)
    expect(questions()).toBe(1)
    for (const browser of [first, second, third]) expect(browser.cookies.has(names.client)).toBe(true)
  })

  test.each([500, 503, 429])('an answer of %d is none', async (status) => {
    const browser = await somebody()
    const before = new Map(browser.cookies)
    pass(61_000)
    vi.stubGlobal('fetch', async () => new Response('{}', { status }))
    expect((await browser.page('/')).passed).toBe(true)
    expect(browser.cookies).toEqual(before)
  })
})

describe('when the app is not what the server knows', () => {
  test('a wrong secret key signs nobody out, and is told', async () => {
    const browser = await somebody()
    const before = new Map(browser.cookies)
    pass(61_000)
    const { secretKey } = await real.server.application()
    vi.stubEnv('LATCHKEY_SECRET_KEY', secretKey!)
    expect((await browser.page('/')).passed).toBe(true)
    expect(browser.cookies).toEqual(before)
    expect(said).toEqual([expect.stringContaining('does not take the secret key for this publishable key')])
    expect(said.join()).not.toContain(secretKey)
  })

  test('an origin that is not allowed is told with the command that allows it', async () => {
    const browser = await somebody()
    pass(61_000)
    await browser.page('/', { host: 'shop.example.com' })
    expect(said).toEqual([expect.stringContaining('latchkey apps allow-origin http://shop.example.com')])
    expect(browser.cookies.has(names.client)).toBe(true)
  })

  test.each([
    [-600_000, '10 minutes behind'],
    [600_000, '10 minutes ahead of'],
  ])('a clock of the server that is %d ms ahead lets nobody in, and is told', async (ms, size) => {
    const browser = await somebody()
    pass(61_000)
    real.ahead = ms
    // A key is asked for after a minute, and with it the time.
    pass(60_000)
    expect((await browser.page('/main')).status).toBe(503)
    expect((await browser.page('/')).passed).toBe(true)
    expect(said).toEqual([expect.stringContaining(`The clock of the Latchkey server is ${size} the app's, and nobody can be signed in.`)])
  })

  test.each([8000, -8000, 50_000, -50_000])(
    'a clock of the server that is %d ms ahead keeps nobody out, from the sign-in on',
    async (ms) => {
      // Nothing is known of the server's clock yet.
      setUp(await real.server.application())
      real.ahead = ms
      const browser = visitor({ publicRoutes: ['/'] })
      await signUpThrough(real.server, browser, `clock${ms}@example.com`)
      for (let step = 0; step < 40; step++) {
        expect([step, (await browser.page('/main')).passed]).toEqual([step, true])
        pass(5000)
      }
      expect(said).toContainEqual(
        expect.stringContaining(`is ${Math.abs(ms) / 1000} seconds ${ms > 0 ? 'ahead of' : 'behind'} the app's; it is allowed for`),
      )
    },
  )
})

import { cookieNames, type CookieNames } from '@latchkey/backend'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { realServer } from '../testing/real-server.ts'
import { ORIGIN, type Outcome, pass, SECURE_ORIGIN, signInThrough, signUpThrough, type Visitor, visitor } from '../testing/stage.ts'

/*
 * Everything that somebody else can do to the cookies that an app reads. Ada is the visitor, Eve a stranger with an account of her own.
 * Nothing makes anybody somebody else, and what Eve knew before Ada signed in is worth nothing afterwards.
 */
const real = realServer()
const asked = () => real.asked.filter((one) => one === 'POST /v1/latchkey/session').length
let hours = 0
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  pass(3_600_000 * ++hours)
})

type Kind = keyof CookieNames
const kinds: readonly Kind[] = ['client', 'session', 'hint']
type Values = Readonly<Record<Kind, string>>
type Pair = readonly [name: string, value: string]

interface Person {
  readonly id: string
  readonly address: string
  readonly browser: Visitor
  readonly values: Values
}

describe.each([
  ['http', ORIGIN],
  ['https', SECURE_ORIGIN],
])('by %s', (scheme, at) => {
  const secure = scheme === 'https'
  let people = 0
  let ada: Person
  let eve: Person
  let own: CookieNames
  /** What the same cookies are called at the app by the other scheme. */
  let other: CookieNames

  const open = () => visitor({ publicRoutes: ['/open'] }, at)
  const valuesOf = ({ cookies }: Visitor): Values => ({
    client: cookies.get(own.client)!,
    session: cookies.get(own.session)!,
    hint: cookies.get(own.hint)!,
  })

  async function person(name: string): Promise<Person> {
    const browser = open()
    const address = `${name}-${scheme}-${people++}@example.com`
    await signUpThrough(real.server, browser, address)
    const values = valuesOf(browser)
    return { id: subjectOf(values.session), address, browser, values }
  }

  beforeEach(async () => {
    own = cookieNames(real.app.publishableKey, { secure })
    other = cookieNames(real.app.publishableKey, { secure: !secure })
    ada = await person('ada')
    eve = await person('eve')
    real.asked.length = 0
  })

  const jar = (values: Partial<Values>, names = own): readonly Pair[] =>
    kinds.flatMap((kind) => (values[kind] === undefined ? [] : [[names[kind], values[kind]] as const]))
  const header = (pairs: readonly Pair[]) => pairs.map((pair) => pair.join('=')).join('; ')
  const go = (pairs: readonly Pair[], path = '/main', browser = open()) => browser.page(path, { cookie: header(pairs) })

  /** Whom the app took the visitor for. */
  const whoIs = (outcome: Outcome) => {
    const token = new RegExp(`(?:^|; )${own.session}=([^;]*)`).exec(outcome.seen('cookie') ?? '')?.[1]
    if (!outcome.passed) return 'nobody'
    const id = token === undefined ? '' : subjectOf(token)
    return id === ada.id ? 'ada' : id === eve.id ? 'eve' : id
  }

  /** What must hold whoever it is: none of Eve's tokens goes to the browser or is left under the names that count. */
  function unharmed(outcome: Outcome): void {
    for (const token of [eve.values.client, eve.values.session]) {
      expect(outcome.set.join('\n')).not.toContain(token)
      if (outcome.passed) expect(`; ${outcome.seen('cookie')}`).not.toContain(`; ${own.session}=${token}`)
    }
  }

  // After each trick both are who they were.
  afterEach(async () => {
    for (const { browser, id } of [ada, eve]) {
      if (!browser.cookies.has(own.client)) continue
      // oxlint-disable-next-line vitest/no-standalone-expect -- it holds after each of the tests
      expect(whoIs(await browser.page('/main'))).toBe(id === ada.id ? 'ada' : 'eve')
    }
  })

  const tricks: readonly (readonly [string, () => readonly Pair[], 'ada' | 'nobody', number])[] = [
    ['nothing but their own', () => jar(ada.values), 'ada', 0],
    // Planted.
    ['Eve’s session token in the place of theirs', () => jar({ ...ada.values, session: eve.values.session }), 'ada', 1],
    ['Eve’s session token alone', () => jar({ session: eve.values.session }), 'nobody', 0],
    ['Eve’s session token and hint alone', () => jar({ session: eve.values.session, hint: 'in' }), 'nobody', 0],
    ['a hint alone', () => jar({ hint: 'in' }), 'nobody', 0],
    ['another hint', () => jar({ ...ada.values, hint: 'out' }), 'ada', 0],
    ['Eve’s cookies under the other names, behind', () => [...jar(ada.values), ...jar(eve.values, other)], 'ada', 0],
    ['Eve’s cookies under the other names, in front', () => [...jar(eve.values, other), ...jar(ada.values)], 'ada', 0],
    ['Eve’s cookies under the other names alone', () => jar(eve.values, other), 'nobody', 0],
    [
      'Eve’s client under the other name beside her session under this one',
      () => [...jar({ client: eve.values.client }, other), ...jar({ session: eve.values.session })],
      'nobody',
      0,
    ],
    [
      'Eve’s session under the other name beside a client of theirs',
      () => [...jar({ client: ada.values.client }), ...jar({ session: eve.values.session }, other)],
      'ada',
      1,
    ],
    ['Eve’s cookies under names in other letters', () => jar(eve.values).map(([name, value]) => [upper(name), value]), 'nobody', 0],
    [
      'Eve’s cookies under names behind a wide space',
      () => jar(eve.values).map(([name, value]) => [`\u00e2\u0080\u0080${name}`, value]),
      'nobody',
      0,
    ],
    [
      'Eve’s cookies under names behind a no-break space',
      () => jar(eve.values).map(([name, value]) => [`\u00a0${name}`, value]),
      'nobody',
      0,
    ],
    ['Eve’s cookies as an old browser’s list', () => [['$Version', `1, ${header(jar(eve.values)).replaceAll('; ', ', ')}`]], 'nobody', 0],
    ['Eve’s cookies in quotes', () => jar(eve.values).map(([name, value]) => [name, `"${value}"`]), 'nobody', 0],
    ['Eve’s cookies inside of another’s value', () => [['theme', `"${header(jar(eve.values)).replaceAll('; ', ' ')}"`]], 'nobody', 0],
    // Of two of a name.
    ['two clients, Eve’s first', () => [...jar({ client: eve.values.client }), ...jar(ada.values)], 'nobody', 0],
    ['two clients, Eve’s last', () => [...jar(ada.values), ...jar({ client: eve.values.client })], 'nobody', 0],
    ['two clients, and Eve’s session', () => [...jar(eve.values), ...jar({ client: ada.values.client })], 'nobody', 0],
    ['their client twice', () => [...jar(ada.values), ...jar({ client: ada.values.client })], 'nobody', 0],
    ['two sessions, Eve’s first', () => [...jar({ session: eve.values.session }), ...jar(ada.values)], 'ada', 1],
    ['two sessions, Eve’s last', () => [...jar(ada.values), ...jar({ session: eve.values.session })], 'ada', 1],
    ['two hints', () => [...jar({ hint: 'out' }), ...jar(ada.values), ...jar({ hint: 'x' })], 'ada', 0],
    // Cut, empty, or far too long.
    ...kinds.flatMap(
      (kind) =>
        [
          [
            `half of the ${kind}`,
            () => jar({ ...ada.values, [kind]: half(ada.values[kind]) }),
            kind === 'client' ? 'nobody' : 'ada',
            kind === 'hint' ? 0 : 1,
          ],
          [
            `the ${kind} without its last letter`,
            () => jar({ ...ada.values, [kind]: ada.values[kind].slice(0, -1) }),
            kind === 'client' ? 'nobody' : 'ada',
            kind === 'hint' ? 0 : 1,
          ],
          [`an empty ${kind}`, () => jar({ ...ada.values, [kind]: '' }), kind === 'client' ? 'nobody' : 'ada', kind === 'session' ? 1 : 0],
          [
            `20,000 letters as the ${kind}`,
            () => jar({ ...ada.values, [kind]: 'x'.repeat(20_000) }),
            kind === 'client' ? 'nobody' : 'ada',
            kind === 'session' ? 1 : 0,
          ],
          [
            `their ${kind} and 20,000 letters more`,
            () => jar({ ...ada.values, [kind]: ada.values[kind] + 'x'.repeat(20_000) }),
            kind === 'client' ? 'nobody' : 'ada',
            kind === 'session' ? 1 : 0,
          ],
          [
            `letters that no token has in the ${kind}`,
            () => jar({ ...ada.values, [kind]: `${ada.values[kind]}\u00e9"%0d%0aset-cookie:x` }),
            kind === 'client' ? 'nobody' : 'ada',
            kind === 'session' ? 1 : 0,
          ],
        ] as const,
    ),
  ]

  test.each(tricks)('%s', async (_, pairs, expected, questions) => {
    const outcome = await go(pairs())
    expect(whoIs(outcome)).toBe(expected)
    expect(asked()).toBe(questions)
    unharmed(outcome)
    // A page for everybody shows nobody else either.
    const shown = await go(pairs(), '/open')
    expect(['ada', '']).toContain(whoIs(shown))
    unharmed(shown)
    // Nor does the server hear of another client through the app.
    const told = await open().fetch('/__latchkey/v1/client', { headers: { cookie: header(pairs()) } })
    const known = (told.json.response?.sessions ?? []).map(({ user }: { user: { id: string } }) => user.id)
    expect(known).toEqual(expected === 'ada' ? [ada.id] : [])
    unharmed(told)
  })

  test('what is not read any more goes, by https, and the app does not see it', async () => {
    const outcome = await go([...jar(ada.values), ...jar(eve.values, other), ['theme', 'dark']])
    if (secure) {
      expect(outcome.seen('cookie')).toBe(header([...jar(ada.values), ['theme', 'dark']]))
      expect(outcome.headers.getSetCookie()).toEqual(
        kinds.map((kind) => `${other[kind]}=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=Lax; Secure`),
      )
      const through = await open().fetch('/__latchkey/v1/client', { headers: { cookie: header(jar(eve.values, other)) } })
      expect(through.json.response).toBeNull()
      expect(through.set).toEqual(expect.arrayContaining(kinds.map((kind) => `${other[kind]}=`)))
    } else expect(outcome.set).toEqual([])
  })

  test('cookies of before a sign-out let nobody in once the minute of the token is over, and end nothing', async () => {
    const old = ada.values
    await ada.browser.fetch('/__latchkey/v1/client/sessions', { method: 'DELETE' })
    expect(whoIs(await go(jar({ ...old, session: '' })))).toBe('nobody')
    pass(61_000)
    expect(whoIs(await go(jar(old)))).toBe('nobody')
    await signInThrough(real.server, ada.browser, ada.address)
    const now = valuesOf(ada.browser)
    // The session token of before beside the client token of now is not its.
    expect(whoIs(await go(jar({ ...now, session: old.session })))).toBe('ada')
    expect(whoIs(await go([...jar({ client: old.client }), ...jar(now)]))).toBe('nobody')
  })

  test('a client token that Eve put there before the sign-in is worth nothing after it', async () => {
    const planted = open()
    await planted.post('/v1/client/sign_ups')
    const known = planted.cookies.get(own.client)!
    const browser = open()
    browser.cookies.set(own.client, known)
    await signInThrough(real.server, browser, ada.address)
    expect(whoIs(await browser.page('/main'))).toBe('ada')
    expect(browser.cookies.get(own.client)).not.toBe(known)
    const stolen = [own.client, known] as const
    expect(whoIs(await go([stolen]))).toBe('nobody')
    expect(whoIs(await go([stolen, [own.session, browser.cookies.get(own.session)!]]))).toBe('nobody')
    expect((await planted.fetch('/__latchkey/v1/client')).json.response).toBeNull()
    expect((await planted.post('/v1/me/email_addresses', { email_address: 'eve@evil.example' })).status).toBe(401)
    expect([...planted.cookies.values()]).not.toContain(browser.cookies.get(own.client))
  })

  test('cookies that Eve put there under the other names are not what somebody signs in with', async () => {
    const planted = open()
    await planted.post('/v1/client/sign_ups')
    const browser = open()
    browser.cookies.set(other.client, planted.cookies.get(own.client)!).set(other.session, eve.values.session).set(other.hint, 'in')
    await signInThrough(real.server, browser, ada.address)
    expect(whoIs(await browser.page('/main'))).toBe('ada')
    expect((await planted.fetch('/__latchkey/v1/client')).json.response.sessions).toEqual([])
    expect(kinds.filter((kind) => browser.cookies.has(other[kind]))).toEqual(secure ? [] : kinds)
  })

  test('two that are renewed at once are each who they are, and those of one browser are asked for once', async () => {
    pass(61_000)
    const outcomes = await Promise.all([ada, eve, ada, eve].map(({ values }) => go(jar(values))))
    expect(outcomes.map(whoIs)).toEqual(['ada', 'eve', 'ada', 'eve'])
    expect(asked()).toBe(2)
    const [first, second, third, fourth] = outcomes.map(({ set }) => set.join('; '))
    expect([first, second]).toEqual([third, fourth])
    expect(first).not.toBe(second)
  })

  test('a renewal that a sign-out overtakes brings nobody back', async () => {
    pass(61_000)
    const before = jar(ada.values)
    const browser = open()
    for (const [name, value] of before) browser.cookies.set(name, value)
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    real.after = () => (asked() === 1 ? held : undefined)
    const late = browser.page('/main')
    await expect.poll(asked).toBe(1)
    real.after = () => {}
    await ada.browser.fetch('/__latchkey/v1/client/sessions', { method: 'DELETE' })
    release()
    await late
    // The late answer's token beside the client token of now.
    const now = ada.browser.cookies.get(own.client)!
    expect(
      whoIs(
        await go([
          [own.client, now],
          [own.session, browser.cookies.get(own.session)!],
          [own.hint, 'in'],
        ]),
      ),
    ).toBe('nobody')
    ada.browser.cookies.clear()
  })
})

function subjectOf(token: string): string {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub
}

const half = (text: string) => text.slice(0, Math.floor(text.length / 2))
const upper = (name: string) => name.replace('latchkey', 'LATCHKEY')

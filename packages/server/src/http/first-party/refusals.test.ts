import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { SENDS, TRAFFIC } from '../../domain/limits.ts'
import { insertAllowedOrigin } from '../../storage/index.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { signIn, signUp } from '../testing/people.ts'
import type { Seen } from '../testing/test-browser.ts'

onBothDatabases("an application's server", (server) => {
  let app: CreatedApplication
  let other: CreatedApplication
  let live: CreatedApplication
  beforeAll(async () => {
    app = await server().application({ name: 'Shop & Co' })
    other = await server().application()
    live = await server().application({ type: 'production', host: 'clerk.example.com' })
    const allowed = { instanceId: live.instanceId, origin: 'https://app.example.com', createdAt: 0 }
    await server().ports.storage.transaction((db) => insertAllowedOrigin({ db }, allowed))
    await signUp(server(), server().firstParty(app), 'ada@example.com')
  })
  const code = ({ status, json }: Seen) => [status, json?.errors?.[0]?.code]
  const told = ({ headers }: Seen) => [...headers.keys()].filter((name) => /^latchkey-|^access-control|set-cookie/.test(name))
  const proxyOf = (proxyUrl: string) => server().firstParty(app, { proxyUrl })

  test.each(['x', 'publishable', 'cut short', 'of another instance', 'as a bearer'])(
    'with a key that is wrong (%s) is refused',
    async (wrong) => {
      const keys: Readonly<Record<string, string>> = {
        x: 'x',
        publishable: app.publishableKey,
        'cut short': app.secretKey.slice(0, -1),
        'of another instance': other.secretKey,
        'as a bearer': `Bearer ${app.secretKey}`,
      }
      const browser = server().firstParty(app)
      await signIn(server(), browser, 'ada@example.com')
      for (const path of ['/v1/latchkey/session', '/v1/client/sign_ins']) {
        const seen = await browser.post(path, {}, { 'latchkey-secret-key': keys[wrong]! })
        expect([code(seen), told(seen)]).toEqual([[401, 'proxy_request_invalid_secret_key'], []])
      }
      expect((await server().firstParty(app, { secretKey: keys[wrong]! }).get('/v1/client')).status).toBe(401)
    },
  )

  test('without a key is a browser like any other, and what it says of itself is not read', async () => {
    const browser = server().firstParty(app)
    await signIn(server(), browser, 'ada@example.com')
    const seen = await browser.get('/v1/client', { 'latchkey-secret-key': '' })
    expect(seen.json.response).toBeNull()
    // What any browser gets in development, and nothing of hers.
    expect(told(seen).filter((name) => name !== 'set-cookie')).toEqual([])
    expect(seen.headers.getSetCookie().filter((line) => !line.startsWith('__clerk_db_jwt'))).toEqual([])
  })

  test.each(['https://shop.example.com/__latchkey', 'http://localhost.evil.test/__latchkey', 'http://localhost:3000@evil.test/__latchkey'])(
    'at an origin that is not allowed (%s) is refused with the command that allows it',
    async (proxyUrl) => {
      const seen = await proxyOf(proxyUrl).get('/v1/client', { origin: '' })
      const { origin } = new URL(proxyUrl)
      expect([code(seen), told(seen)]).toEqual([[400, 'origin_invalid'], []])
      expect(seen.json.errors[0].long_message).toContain(`latchkey apps allow-origin ${origin} --app 'Shop & Co'`)
    },
  )

  test.each(['', 'nonsense', '/__latchkey', 'javascript:alert(1)', 'http://localhost:3000//evil.test', 'http://localhost:3000/a b'])(
    'that says no place of its own (%s) is refused',
    async (url) => {
      const seen = await server().firstParty(app).get('/v1/client', { 'latchkey-proxy-url': url })
      expect([code(seen), told(seen)]).toEqual([[400, 'origin_invalid'], []])
    },
  )

  test.each(['http://localhost:3000/__latchkey/', 'http://localhost:3000/base/__latchkey', 'https://app.localhost/__latchkey'])(
    'below any path of an allowed origin is taken: %s',
    async (proxyUrl) => {
      expect((await proxyOf(proxyUrl).get('/v1/client')).status).toBe(200)
    },
  )

  test.each([
    [{ origin: '' }, 'origin_missing'],
    [{ origin: '', 'sec-fetch-site': 'same-site' }, 'origin_missing'],
    [{ origin: '', 'sec-fetch-site': 'cross-site' }, 'origin_missing'],
    [{ origin: 'https://evil.test' }, 'origin_invalid'],
    [{ origin: 'null' }, 'origin_invalid'],
    [{ origin: 'null', 'sec-fetch-site': 'same-site' }, 'origin_invalid'],
    [{ origin: 'null', 'sec-fetch-site': 'cross-site' }, 'origin_invalid'],
    [{ origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' }, 'origin_invalid'],
  ])('carries no change over for a page that is not its own: %o', async (headers, expected) => {
    const browser = server().firstParty(app)
    await signIn(server(), browser, 'ada@example.com')
    const seen = await browser.send('DELETE', '/v1/client/sessions', { headers })
    expect(code(seen)).toEqual([400, expected])
    expect((await browser.get('/v1/client')).json.response.sessions).toHaveLength(1)
  })

  test.each(['', 'null'])('carries it over where the browser calls the page its own, be its origin "%s"', async (from) => {
    const browser = server().firstParty(app)
    await signIn(server(), browser, 'ada@example.com')
    const seen = await browser.send('DELETE', '/v1/client/sessions', { headers: { origin: from, 'sec-fetch-site': 'same-origin' } })
    expect([seen.status, browser.said]).toEqual([200, 'none'])
    const plain = server().browser(app, { origin: 'null' })
    expect((await plain.post('/v1/client', {}, { 'sec-fetch-site': 'same-origin' })).status).toBe(400)
  })

  test('is read for nothing but its own headers', async () => {
    const browser = server().firstParty(app)
    const plain = server().browser(app)
    await signIn(server(), plain, 'ada@example.com')
    const lies = {
      cookie: [...plain.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'https',
      'x-latchkey-client-ip': '6.6.6.6',
      'clerk-secret-key': 'x',
      'clerk-proxy-url': 'https://evil.test/__clerk',
    }
    expect((await browser.get('/v1/client', lies)).json.response).toBe(null)
    // A client token of an app, in its place, is none of a browser.
    const native = await browser.get('/v1/client?_is_native=1', { authorization: [...plain.cookies.values()][0]! })
    expect(native.json.response).toBe(null)
    await browser.post('/v1/client/sign_ins', { identifier: 'ada@example.com', strategy: 'email_code' }, lies)
    const [row] = (await addresses()).slice(-1)
    expect(row).toBe('198.51.100.7')
  })

  const addresses = async () => {
    const sql = `select requested_ip_address as ip from verifications where instance_id = '${app.instanceId}' order by sent_at, id`
    return ((await server().ports.storage.db.execute(sql, [], false)).rows as { ip: string | null }[]).map(({ ip }) => ip)
  }

  test.each([
    ['2001:DB8::1', '2001:db8::1'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['203.0.113.5, 10.0.0.1', null],
    ['unknown', null],
    ['<b>', null],
    ['', null],
  ])('tells where its visitor is: %s is %s', async (ip, expected) => {
    const browser = server().firstParty(app)
    await browser.post('/v1/client/sign_ins', { identifier: 'ada@example.com', strategy: 'email_code' }, { 'latchkey-client-ip': ip })
    expect((await addresses()).at(-1)).toBe(expected)
  })

  test('that does not know where its visitors are has no traffic limit for all of them together', async () => {
    const visitor = () => server().firstParty(live, { proxyUrl: 'https://app.example.com/__latchkey', ip: null })
    const many = Math.max(TRAFFIC.sign_up_create.max, SENDS.production.network.max) + 5
    const answers: Seen[] = []
    for (let i = 0; i < many; i++) {
      answers.push(await visitor().post('/v1/client/sign_ups', { email_address: `n${i}@example.com`, strategy: 'email_code' }))
    }
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    // One of them alone has one.
    const one = visitor()
    const { json } = await one.post('/v1/client/sign_ups', { email_address: 'one@example.com', strategy: 'email_code' })
    const attempt = `/v1/client/sign_ups/${json.response.id}/attempt_verification`
    const guesses = await Promise.all(
      Array.from({ length: TRAFFIC.attempt.max + 2 }, () => one.post(attempt, { strategy: 'email_code', code: '000000' })),
    )
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(2)
  })

  test('that does know them has', async () => {
    const visitor = () => server().firstParty(live, { proxyUrl: 'https://app.example.com/__latchkey', ip: '192.0.2.44' })
    const answers = await Promise.all(
      Array.from({ length: TRAFFIC.sign_up_create.max + 3 }, (_, i) =>
        visitor().post('/v1/client/sign_ups', { email_address: `k${i}@example.com` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3)
  })

  test('in production gets tokens of the canonical issuer, for its own origin', async () => {
    const browser = server().firstParty(live, { proxyUrl: 'https://app.example.com/__latchkey', ip: '192.0.2.45' })
    await signUp(server(), browser, 'live@example.com')
    const [, payload] = browser.session!.split('.')
    expect(JSON.parse(Buffer.from(payload!, 'base64url').toString())).toMatchObject({
      iss: 'https://clerk.example.com',
      azp: 'https://app.example.com',
    })
    expect((await server().mails('live@example.com'))[0]!.link).toMatch(/^https:\/\/app\.example\.com\/__latchkey\/v1\/verify\?token=/)
  })

  test('answers a question before the question with no leave for anybody', async () => {
    const seen = await server()
      .firstParty(app)
      .send('OPTIONS', '/v1/client', { headers: { origin: 'http://localhost:3000' } })
    expect([seen.status, told(seen)]).toEqual([204, []])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieNames } from '../packages/backend/src/cookies/cookie-names.ts'
import { newSecretKey } from '../packages/server/src/actions/instance/secret-key.ts'
import { createOperatorKey } from '../packages/server/src/actions/keys/operator-keys.ts'
import { testWorld } from '../packages/server/src/actions/testing/test-world.ts'
import { formatId, ID_PREFIX, type IdKind } from '../packages/server/src/domain/ids.ts'
import type { Instance } from '../packages/server/src/domain/instance.ts'
import { clientCookieName, pageCookieName } from '../packages/server/src/http/request/cookies.ts'
import { REDACTED, redactText, redactValue } from '../packages/server/src/platform/redact.ts'
import { formatClientToken } from '../packages/server/src/tokens/client-token.ts'

const random = new Uint8Array(32).map((_, nth) => nth * 7 + 3)
const id = (kind: IdKind) => formatId(kind, 1_800_000_000_000, random.subarray(0, 16))
const canary = 'c4n4ry-Value_1'
const types = ['development', 'production'] as const

// The log knew session tokens and secret keys, but neither operator keys, client tokens nor the cookies of https.
describe('no log tells', () => {
  let world: Awaited<ReturnType<typeof testWorld>>
  const secrets = new Map<string, string>()
  beforeAll(async () => {
    world = await testWorld()
    const { ports, instance } = world
    for (const type of types) {
      const of = { instanceId: instance.id, type, name: 'first' }
      secrets.set(`secret key, ${type}`, newSecretKey(ports, of).secretKey)
      secrets.set(`operator key, ${type}`, (await createOperatorKey(ports, of, type)).operatorKey)
    }
    secrets.set('client token', formatClientToken(id('client'), random))
  })
  afterAll(() => world.close())

  /** What is secret about it: all that follows its readable part. */
  const secretOf = (secret: string) => /^(?:(?:sk|op)_(?:test|live)_|client_\w{27}\.)(.+)$/.exec(secret)![1]!
  const around: readonly [where: string, text: (secret: string) => string][] = [
    ['alone', (secret) => secret],
    ['in a sentence', (secret) => `The key ${secret}, of the shop, was refused.`],
    ['as Bearer', (secret) => `authorization: Bearer ${secret}`],
    ['in a header', (secret) => `x-shop: ${secret}; next`],
    ['in JSON', (secret) => JSON.stringify({ given: secret })],
    ['in a path', (secret) => `GET /v1/things/${secret}/more → 404`],
    ['in a query', (secret) => `/x?given=${secret}&b=2`],
    ['in an escaped query', (secret) => `/x?u=${encodeURIComponent(`http://a/?given=${secret}&b=2`)}`],
    ['in a query that is escaped twice', (secret) => `/x?u=${encodeURIComponent(encodeURIComponent(`http://a/?given=${secret}`))}`],
    ['cut short', (secret) => `${'.'.repeat(4096 - 60)} ${secret}`],
  ]
  const names = types.flatMap((type) => [`secret key, ${type}`, `operator key, ${type}`]).concat('client token')
  test.each(names.flatMap((name) => around.map(([where, text]) => ({ name, where, text }))))('a $name $where', ({ name, text }) => {
    const secret = secrets.get(name)!
    const given = text(secret)
    expect(given).toContain(secret)
    for (const clean of [redactText(given), JSON.stringify(redactValue({ given: [given] }))]) {
      expect(clean).toContain(REDACTED)
      expect(clean).not.toContain(secretOf(secret).slice(0, 8))
    }
  })

  const instance = (origins: readonly string[]) => ({ slug: 'abc', host: null, type: 'production', settings: { framing: { origins } } })
  const reached = ['http://localhost:4000/i/abc', 'https://auth.test/i/abc'].flatMap((base) =>
    [[], ['https://shop.test']].map((origins) => ({ base, instance: instance(origins) as unknown as Instance })),
  )
  const key = 'pk_live_YWJjLnRlc3Qk'
  const both = [true, false]
  const cookies = new Set([
    ...reached.flatMap((of) => [clientCookieName(of, 'https://auth.test'), pageCookieName(of, 'https://auth.test')]),
    ...both.flatMap((secure) => both.flatMap((framed) => Object.values(cookieNames(key, { secure, framed })))),
    ...['__session', '__client_uat', '__clerk_db_jwt'].flatMap((name) => [name, `${name}_Ab1-_Cd2`]),
    ...['__refresh_Ab1-_Cd2', '__clerk_handshake', '__clerk_handshake_nonce'],
  ])
  test.each([...cookies])('what is in the cookie %s', (name) => {
    const line = `${name}=${canary}; Path=/; HttpOnly`
    for (const text of [line, `Cookie: theme=dark; ${line}`, `a=1;${line}`, `/x?u=${encodeURIComponent(`a;${line}`)}`, `"${line}"`]) {
      expect([text, redactText(text)]).toEqual([text, expect.not.stringContaining('c4n4ry')])
      expect(redactText(text)).toContain(name)
    }
  })

  test('and every kind of cookie was asked about', () => {
    const kinds = [...cookies].map((name) => name.replace(/_[\w-]{8}$/, ''))
    for (const kind of ['__Host-client', '__Host-framed_client', '__client', '__Host-latchkey_page', 'latchkey_page'])
      expect(kinds).toContain(kind)
    for (const kind of ['__Host-framed_latchkey_page', '__Host-latchkey_client', '__Host-latchkey_framed_session', '__latchkey_hint'])
      expect(kinds).toContain(kind)
  })

  test.each(Object.keys(ID_PREFIX) as IdKind[])('but the id of a %s is no secret', (kind) => {
    for (const text of [id(kind), `GET /v1/things/${id(kind)}`, `${id(kind)}. Then`]) expect(redactText(text)).toBe(text)
  })
})

import { describe, expect, test } from 'vitest'
import { type CookieNames, cookieNames } from '../cookies/cookie-names.ts'
import { entries } from '../testing/entries.ts'
import { bindingOf, forge, FORGED, jwks, NOW } from '../testing/forge.ts'
import { MANGLED, MISBOUND } from '../testing/mangled.ts'

const { client, session } = cookieNames(FORGED.publishableKey)
const other = cookieNames('pk_test_b3RoZXIuZXhhbXBsZSQ')
const bound = forge({ cnf: bindingOf('client') })
const options = { publishableKey: FORGED.publishableKey, jwks, now: () => NOW * 1000 }

const requestWith = (headers: Readonly<Record<string, string>>) => ({ headers: { get: (name: string) => headers[name] ?? null } })
const cookies = (token: string, clientToken = 'client') => ({ cookie: `a=b; ${client}=${clientToken}; ${session}=${token}; c=d` })

describe.each(entries)('authenticateRequest on $entry', ({ authenticateRequest }) => {
  const reason = async (headers: Readonly<Record<string, string>>) => (await authenticateRequest(requestWith(headers), options)).reason

  test('knows who came with cookies', async () => {
    const state = await authenticateRequest(new Request('http://localhost:3000/', { headers: cookies(bound) }), options)
    expect(state).toMatchObject({ isSignedIn: true, isAuthenticated: true, userId: 'user_1', sessionId: 'sess_1', reason: null })
    expect(state.sessionClaims?.azp).toBe('http://localhost:3000')
    expect(state.toAuth()).not.toHaveProperty('reason')
  })

  test('knows who came with a token, which getToken() hands on', async () => {
    const token = forge()
    const state = await authenticateRequest(requestWith({ authorization: `Bearer ${token}` }), options)
    expect([state.userId, await state.getToken()]).toEqual(['user_1', token])
  })

  // White space around a cookie's value is not part of it.
  test.each(MANGLED.filter(([, token]) => token.trim() === token))(
    'nobody is signed in by %s in the cookie',
    async (_, token, expected) => {
      expect(await reason(cookies(token))).toBe(token === '' ? 'no_session_cookie' : expected === 'signature' ? 'client' : expected)
    },
  )

  // A header has no line breaks.
  test.each(MANGLED.filter(([, token]) => !/[\r\n]/.test(token)))('nobody is signed in by %s as a bearer', async (_, token, expected) => {
    expect(await reason({ authorization: `Bearer ${token}`, ...cookies(bound) })).toBe(expected)
  })

  test.each(MISBOUND)('nobody is signed in by a cookie that is bound to %s', async (_, cnf, expected) => {
    expect(await reason(cookies(forge({ cnf })))).toBe(expected)
  })

  test.each([
    ['no cookie at all', {}, 'no_session_cookie'],
    ['an empty cookie header', { cookie: '' }, 'no_session_cookie'],
    ['the session alone', { cookie: `${session}=${bound}` }, 'no_client_cookie'],
    ['the client alone', { cookie: `${client}=client` }, 'no_session_cookie'],
    ['an empty client', { cookie: `${client}=; ${session}=${bound}` }, 'no_client_cookie'],
    ['another client', cookies(bound, 'another'), 'client'],
    ['two sessions', { cookie: `${client}=client; ${session}=${bound}; ${session}=${bound}` }, 'ambiguous_cookie'],
    ['two clients', { cookie: `${client}=client; ${client}=another; ${session}=${bound}` }, 'ambiguous_cookie'],
    ['cookies of another instance', { cookie: `${other.client}=client; ${other.session}=${bound}` }, 'no_session_cookie'],
    ['a name in other letters', { cookie: `${client}=client; ${session.toUpperCase()}=${bound}` }, 'no_session_cookie'],
    ['a name that ends alike', { cookie: `${client}=client; x${session}=${bound}` }, 'no_session_cookie'],
    ['quotes around it', { cookie: `${client}=client; ${session}="${bound}"` }, 'malformed'],
    ["a cookie's token as a bearer", { authorization: `Bearer ${bound}`, ...cookies(bound) }, 'client'],
    ['nothing as a bearer', { authorization: 'Bearer', ...cookies(bound) }, 'malformed'],
    ['a secret key as a bearer', { authorization: 'Bearer sk_test_x', ...cookies(bound) }, 'malformed'],
  ])('nobody is signed in by %s', async (_, headers, expected) => {
    const state = await authenticateRequest(requestWith(headers), options)
    expect(state).toMatchObject({
      isSignedIn: false,
      isAuthenticated: false,
      userId: null,
      sessionId: null,
      sessionClaims: null,
      reason: expected,
    })
    expect(await state.getToken()).toBeNull()
  })

  describe('an app by https has names that only it can set', () => {
    const host = cookieNames(FORGED.publishableKey, { secure: true })
    const framed = cookieNames(FORGED.publishableKey, { secure: true, framed: true })
    const cookie = (names: CookieNames, token = bound) => `${names.client}=client; ${names.session}=${token}`
    const live = 'pk_live_Y2xlcmsuZXhhbXBsZS5jb20k'
    const liveNames = { plain: cookieNames(live), host: cookieNames(live, { secure: true }) }

    test.each([
      ['its own', cookie(host), { secure: true }, null],
      ['plain ones', cookies(bound).cookie, { secure: true }, 'no_session_cookie'],
      ['plain ones behind its own', `${cookie(host)}; ${cookie({ ...host, client, session }, 'x')}`, { secure: true }, null],
      ['a plain client beside its session', `${client}=client; ${host.session}=${bound}`, { secure: true }, 'no_client_cookie'],
      ['two of its own', `${cookie(host)}; ${host.client}=another`, { secure: true }, 'ambiguous_cookie'],
      ['those of a frame', cookie(framed), { secure: true }, 'no_session_cookie'],
      ['those of a frame, where it is one', cookie(framed), { secure: true, framed: true }, null],
      ['its own, where it is a frame', cookie(host), { secure: true, framed: true }, 'no_session_cookie'],
      ['its own by http', cookie(host), { secure: false }, 'no_session_cookie'],
      ['plain ones by http', cookies(bound).cookie, { secure: false }, null],
      ['its own, unsaid', cookie(host), {}, null],
      ['its own before plain ones, unsaid', `${cookie(host, 'x.y.z')}; ${cookies(bound).cookie}`, {}, 'malformed'],
      ['plain ones, unsaid', cookies(bound).cookie, {}, null],
      ['plain ones, unsaid, in production', cookie(liveNames.plain), { publishableKey: live }, 'no_session_cookie'],
      ['its own, unsaid, in production', cookie(liveNames.host), { publishableKey: live }, 'issuer'],
    ])('%s', async (_, header, more, expected) => {
      // The second time its parts are known by the whole header, whatever was asked before.
      for (const first of [{ secure: true }, { secure: false }, more]) {
        await authenticateRequest(requestWith({ cookie: header }), { ...options, ...first })
        const state = await authenticateRequest(requestWith({ cookie: header }), { ...options, ...more })
        expect(state.reason).toBe(expected)
      }
    })
  })

  test('a password of another scheme changes nothing', async () => {
    expect(await reason({ authorization: 'Basic YTpi', ...cookies(bound) })).toBeNull()
  })

  test('getToken() of somebody with a cookie says that it needs the secret key', async () => {
    const state = await authenticateRequest(requestWith(cookies(bound)), options)
    await expect(state.getToken()).rejects.toThrow(/LATCHKEY_SECRET_KEY/)
  })
})

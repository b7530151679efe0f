import { beforeAll, expect, it } from 'vitest'
import { endSession, insertAllowedOrigin, listSessions } from '../../storage/index.ts'
import { verifySessionToken } from '../../tokens/verify.ts'
import type { Customer } from './testing/customer.ts'
import { describeBackend } from './testing/describe-backend.ts'
import { refusal } from './testing/refusal.ts'
import type { Heard } from './testing/said.ts'
import { claimsOf, signedIn } from './testing/signed-in.ts'
import { appOrigin, type Visitor } from './testing/visitor.ts'

describeBackend('sessions', ({ customer, ports, advance }) => {
  it('are made for tests, on a client of their own', async () => {
    const { call, person, audit } = await customer()
    const id = await person()
    const made = await call('POST', '/sessions', { user_id: id })
    const body = { object: 'session', user_id: id, status: 'active', actor: null, latest_activity: null }
    expect(made).toMatchObject({ status: 200, body })
    expect(made.body.expire_at).toBeGreaterThan(ports().clock.now())
    expect((await call('GET', `/sessions/${made.body.id}`)).body).toEqual(made.body)
    const { body: client } = await call('GET', `/clients/${made.body.client_id}`)
    expect(client).toMatchObject({ session_ids: [made.body.id], last_active_session_id: made.body.id })
    expect((await audit()).filter((event) => event === 'session.created')).toHaveLength(1)
  })

  it.each([
    ['development', {}, 422, 'form_param_missing', 'user_id'],
    ['development', { user_id: 7 }, 422, 'form_param_type_invalid', 'user_id'],
    ['development', { user_id: 'user_none' }, 404, 'resource_not_found', undefined],
    ['production', { user_id: 'user_none' }, 400, 'request_invalid_for_environment', undefined],
  ] as const)('are not made on a %s instance from %j', async (type, body, status, code, param) => {
    const { call, rows } = await customer(type)
    expect(await call('POST', '/sessions', body)).toMatchObject(refusal(status, code, param))
    expect([await rows('sessions'), await rows('clients'), await rows('audit')]).toEqual([0, 0, 0])
  })

  it('are not made for who is banned or locked', async () => {
    const { call, person, rows } = await customer()
    const [banned, locked] = [await person({ banned: true }), await person({ locked: true })]
    expect(await call('POST', '/sessions', { user_id: banned })).toMatchObject(refusal(403, 'user_banned'))
    expect(await call('POST', '/sessions', { user_id: locked })).toMatchObject(refusal(403, 'user_locked'))
    expect([await rows('sessions'), await rows('clients')]).toEqual([0, 0])
  })

  it('are listed by user, client and status, with the number of all when asked', async () => {
    const { call, person } = await customer()
    const [kim, leo] = [await person(), await person()]
    const [first, second, third] = [
      (await call('POST', '/sessions', { user_id: kim })).body,
      (await call('POST', '/sessions', { user_id: kim })).body,
      (await call('POST', '/sessions', { user_id: leo })).body,
    ]
    await call('POST', `/sessions/${first.id}/revoke`)
    const listed = async (query: string) => (await call('GET', `/sessions?${query}`)).list.map(({ id }) => id).toSorted()
    const sorted = (...ids: string[]) => ids.toSorted()
    expect(await listed('')).toEqual(sorted(first.id, second.id, third.id))
    expect(await listed(`user_id=${kim}`)).toEqual(sorted(first.id, second.id))
    expect(await listed(`user_id=${kim}&status=active`)).toEqual([second.id])
    expect(await listed(`user_id=${kim}&status=revoked`)).toEqual([first.id])
    expect(await listed(`client_id=${third.client_id}`)).toEqual([third.id])
    expect(await listed(`client_id=${third.client_id}&user_id=${kim}`)).toEqual([])
    expect(await listed('status=abandoned')).toEqual([])
    expect((await call('GET', `/sessions?user_id=${kim}&limit=1&paginated=true`)).body).toMatchObject({ data: [{}], total_count: 2 })
    expect((await call('GET', `/sessions?user_id=${kim}&limit=1&offset=1&paginated=false`)).list).toHaveLength(1)
    expect(await call('GET', '/sessions?status=asleep')).toMatchObject(refusal(422, 'form_param_value_invalid', 'status'))
    expect(await call('GET', '/sessions?limit=501')).toMatchObject(refusal(422, 'form_param_value_invalid', 'limit'))
    expect(await call('GET', '/sessions?paginated=maybe')).toMatchObject(refusal(422, 'form_param_value_invalid', 'paginated'))
  })

  it('are revoked, once, and what they ended as is kept', async () => {
    const acme = await customer()
    const id = await acme.person()
    const { visitor, sessionId } = await signedIn(acme, id)
    expect((await visitor.ask(`/client/sessions/${sessionId}/tokens`, {})).status).toBe(200)
    const first = await acme.call('POST', `/sessions/${sessionId}/revoke`)
    expect(first).toMatchObject({ status: 200, body: { id: sessionId, status: 'revoked' } })
    expect((await visitor.ask(`/client/sessions/${sessionId}/tokens`, {})).status).toBe(404)
    expect((await visitor.ask(`/client/sessions/${sessionId}/touch`, {})).status).toBe(404)
    expect((await acme.call('GET', `/sessions/${sessionId}`)).body.status).toBe('revoked')
    expect((await acme.call('POST', `/sessions/${sessionId}/revoke`)).body).toEqual(first.body)
    expect((await acme.audit()).filter((event) => event === 'session.revoked')).toHaveLength(1)

    const { body: other } = await acme.call('POST', '/sessions', { user_id: id })
    await ports().storage.transaction((db) => endSession({ db, instanceId: acme.instanceId }, other.id, { to: 'ended', now: 1 }))
    expect((await acme.call('POST', `/sessions/${other.id}/revoke`)).body.status).toBe('ended')
  })

  it('have tokens: a minute, by the instance’s own name, for no origin, signed by its key', async () => {
    const acme = await customer()
    const id = await acme.person()
    const { body: session } = await acme.call('POST', '/sessions', { user_id: id })
    const { body } = await acme.call('POST', `/sessions/${session.id}/tokens`)
    expect(body).toEqual({ object: 'token', jwt: body.jwt })
    const claims = claimsOf(body.jwt)
    expect(claims).toMatchObject({ iss: acme.base, sub: id, sid: session.id, fva: [-1, -1], v: 2 })
    expect(claims).not.toHaveProperty('azp')
    expect(Number(claims.exp) - Number(claims.iat)).toBe(60)
    expect(verifySessionToken(await acme.keys(), body.jwt, { now: ports().clock.now() }).ok).toBe(true)
    const { body: jwks } = await acme.call('GET', '/jwks')
    expect(jwks.keys.map(({ kid }) => kid)).toContain(JSON.parse(Buffer.from(body.jwt.split('.')[0]!, 'base64url').toString()).kid)
    expect(await acme.audit()).not.toContain('session.token_created')
  })

  it('have tokens for as long as asked, and a trace of it', async () => {
    const { call, person, audit } = await customer()
    const { body: session } = await call('POST', '/sessions', { user_id: await person() })
    for (const seconds of [30, 3600, 315_360_000]) {
      const { body } = await call('POST', `/sessions/${session.id}/tokens`, { expires_in_seconds: seconds })
      const claims = claimsOf(body.jwt)
      expect(Number(claims.exp) - Number(claims.iat)).toBe(seconds)
    }
    expect((await audit()).filter((event) => event === 'session.token_created')).toHaveLength(3)
  })

  it.each([
    [29, 'form_param_value_invalid'],
    [315_360_001, 'form_param_value_invalid'],
    [-60, 'form_param_value_invalid'],
    [60.5, 'form_param_type_invalid'],
    ['60', 'form_param_type_invalid'],
  ])('have no token for %j seconds', async (seconds, code) => {
    const { call, person } = await customer()
    const { body: session } = await call('POST', '/sessions', { user_id: await person() })
    const said = await call('POST', `/sessions/${session.id}/tokens`, { expires_in_seconds: seconds })
    expect(said).toMatchObject(refusal(422, code, 'expires_in_seconds'))
    expect(said.body).not.toHaveProperty('jwt')
  })

  it('have no token once they have run out', async () => {
    const { call, person, scope } = await customer()
    const { body: session } = await call('POST', '/sessions', { user_id: await person() })
    advance(session.expire_at - ports().clock.now() + 1)
    expect(await call('POST', `/sessions/${session.id}/tokens`)).toMatchObject(refusal(404, 'resource_not_found'))
    expect((await call('GET', `/sessions/${session.id}`)).body.status).toBe('expired')
    // Seen over, so written down: a clock set back does not bring it to life.
    expect((await listSessions(scope, {}, { limit: 10, offset: 0 })).map(({ status }) => status)).toEqual(['expired'])
  })

  it.each([
    ['GET', ''],
    ['POST', '/revoke'],
    ['POST', '/tokens'],
  ])('that are none: %s /sessions/:id%s', async (method, path) => {
    const { call } = await customer()
    expect(await call(method, `/sessions/sess_000000000000000000000000000${path}`)).toMatchObject(refusal(404, 'resource_not_found'))
  })
})

/** The cookies that a handshake gives an application. */
interface Cookies {
  readonly sessionId: string
  readonly token: string
  readonly refresh: string
}

const valueOf = (cookies: readonly string[], name: RegExp) =>
  cookies.map((line) => /^([^=]+)=([^;]*)/.exec(line)!).find(([, cookie]) => name.test(cookie!))?.[2] ?? ''

describeBackend('refreshing a session', ({ customer, ports, advance }) => {
  let acme: Customer
  let userId: string

  beforeAll(async () => {
    acme = await customer('production')
    userId = await acme.person()
  })

  async function nonceFor(visitor: Visitor, origin = appOrigin): Promise<string> {
    const query = new URLSearchParams({ redirect_url: `${origin}/main`, format: 'nonce' })
    const { headers } = await visitor.ask(`/client/handshake?${query}`)
    const carried = [...headers.getSetCookie(), headers.get('location') ?? ''].join('\n')
    return /__clerk_handshake_nonce=([\w-]+)/.exec(carried)![1]!
  }

  async function redeem(of: Customer, nonce: string): Promise<{ token: string; refresh: string }> {
    const { body } = await of.call('GET', `/clients/handshake_payload?nonce=${nonce}`)
    return { token: valueOf(body.directives, /^__session$/), refresh: valueOf(body.directives, /^__refresh_/) }
  }

  const handshake = async (of: Customer, visitor: Visitor, origin = appOrigin) => redeem(of, await nonceFor(visitor, origin))

  async function cookies(of: Customer = acme, id = userId): Promise<Cookies> {
    // Production instances take five sign-ins in ten seconds.
    advance(11_000)
    const { visitor, sessionId } = await signedIn(of, id)
    return { sessionId, ...(await handshake(of, visitor)) }
  }

  const refresh = (of: Customer, { sessionId, token, refresh: secret }: Cookies, more: { readonly [field: string]: unknown } = {}) =>
    of.call('POST', `/sessions/${sessionId}/refresh?suffixed_cookies=true`, {
      expired_token: token,
      refresh_token: secret,
      request_origin: appOrigin,
      request_headers: { 'user-agent': ['browser'] },
      ...more,
    })

  const expectFresh = (body: Heard, given: Cookies) => {
    const jwt = body.jwt ?? valueOf(body.cookies, /^__session$/)
    const [before, after] = [claimsOf(given.token), claimsOf(jwt)]
    expect(after).toMatchObject({ sub: before.sub, sid: given.sessionId, azp: appOrigin, iss: before.iss, fva: [expect.any(Number), -1] })
    expect(Number(after.exp) - Number(after.iat)).toBe(60)
    expect(Number(after.iat)).toBeGreaterThan(Number(before.exp))
  }

  it('gives the cookies to set, again and again while the session lives', async () => {
    const given = await cookies()
    for (let time = 0; time < 3; time++) {
      advance(66_000)
      const { status, body } = await refresh(acme, given, { format: 'cookie' })
      expect([status, Object.keys(body)]).toEqual([200, ['object', 'cookies']])
      expectFresh(body, given)
      expect(valueOf(body.cookies, /^__refresh_/)).toBe(given.refresh)
      expect(valueOf(body.cookies, /^__session_/)).toBe(valueOf(body.cookies, /^__session$/))
      expect(Number(valueOf(body.cookies, /^__client_uat_/))).toBeGreaterThan(0)
      expect(body.cookies.filter((line) => !line.includes('; Secure'))).toEqual([])
      expect(body.cookies.find((line) => line.startsWith('__refresh_'))).toContain('HttpOnly')
    }
  })

  it('gives the token alone when nothing else is asked for', async () => {
    const given = await cookies()
    advance(66_000)
    const { body } = await refresh(acme, given)
    expect(body).toEqual({ object: 'token', jwt: body.jwt })
    expectFresh(body, given)
  })

  it('writes nothing', async () => {
    const given = await cookies()
    const rows = () => Promise.all((['sessions', 'clients', 'one_time', 'audit'] as const).map((table) => acme.rows(table)))
    const before = await rows()
    await refresh(acme, given)
    expect(await rows()).toEqual(before)
  })

  it.each([
    ['no expired token', { expired_token: '' }, 422, 'form_param_missing'],
    ['no refresh token', { refresh_token: '' }, 422, 'form_param_missing'],
    ['no origin', { request_origin: '' }, 422, 'form_param_missing'],
    ['an unknown form', { format: 'jwt' }, 422, 'form_param_format_invalid'],
    ['an origin that is not allowed', { request_origin: 'https://evil.example' }, 401, 'refresh_request_origin_invalid'],
    ['an origin with a path', { request_origin: `${appOrigin}/main` }, 401, 'refresh_request_origin_invalid'],
    ['an origin in another spelling', { request_origin: 'HTTPS://app.example.com' }, 401, 'refresh_request_origin_invalid'],
    ['a made-up token', { expired_token: 'a.b.c' }, 401, 'expired_session_token_invalid'],
    ['a made-up refresh token', { refresh_token: 'x'.repeat(43) }, 401, 'refresh_token_not_found'],
  ])('refuses %s', async (_, change, status, code) => {
    const given = await cookies()
    const said = await refresh(acme, given, change)
    expect(said).toMatchObject(refusal(status, code))
    expect([said.body.jwt, said.body.cookies]).toEqual([undefined, undefined])
  })

  it('refuses a token that was tampered with', async () => {
    const given = await cookies()
    const [header, payload, signature] = given.token.split('.')
    const forged = Buffer.from(JSON.stringify({ ...claimsOf(given.token), sub: 'user_somebody' })).toString('base64url')
    for (const token of [`${header}.${forged}.${signature}`, `${header}.${payload}.`, `${header}.${payload}`]) {
      expect(await refresh(acme, { ...given, token })).toMatchObject(refusal(401, 'expired_session_token_invalid'))
    }
  })

  it('refuses a token for no origin: one of the Backend API', async () => {
    const given = await cookies()
    const { body } = await acme.call('POST', `/sessions/${given.sessionId}/tokens`)
    expect(await refresh(acme, { ...given, token: body.jwt })).toMatchObject(refusal(401, 'expired_session_token_missing_azp'))
  })

  it('refuses an allowed origin that is not the token’s', async () => {
    const given = await cookies()
    const { sub } = claimsOf(given.token)
    const [key] = await acme.keys()
    const token = await ports().mint(key, {
      iss: acme.base,
      sub: String(sub),
      sid: given.sessionId,
      azp: 'https://other.example.com',
      firstFactorAt: null,
      secondFactorAt: null,
      now: ports().clock.now(),
      lifetimeMs: 60_000,
    })
    expect(await refresh(acme, { ...given, token })).toMatchObject(refusal(401, 'refresh_request_origin_azp_mismatch'))
  })

  it('refuses the refresh token or the token of another session, and another id', async () => {
    const [one, other] = [await cookies(), await cookies()]
    for (const mixed of [
      { ...one, refresh: other.refresh },
      { ...one, token: other.token },
      { ...one, sessionId: other.sessionId },
    ]) {
      expect(await refresh(acme, mixed)).toMatchObject(refusal(401, 'refresh_sid_mismatch'))
    }
  })

  it('refuses what another instance gave', async () => {
    const stranger = await customer('production')
    const given = await cookies()
    const theirs = await cookies(stranger, await stranger.person())
    expect(await refresh(stranger, given)).toMatchObject(refusal(401, 'expired_session_token_invalid'))
    expect(await refresh(stranger, { ...theirs, refresh: given.refresh })).toMatchObject(refusal(401, 'refresh_token_not_found'))
  })

  it('is not given away in a handshake that is a token in the URL: whoever reads that has its minute, and no more', async () => {
    advance(11_000)
    const { visitor, sessionId } = await signedIn(acme, userId)
    const { db, instanceId } = acme.scope
    const kept = () => db.kysely.selectFrom('one_time').select('id').where('instance_id', '=', instanceId).execute()
    const before = await kept()
    for (const format of ['', '&format=token', '&format=NONCE']) {
      const { headers } = await visitor.ask(`/client/handshake?redirect_url=${appOrigin}/main${format}`)
      const carried = [...headers.getSetCookie(), headers.get('location') ?? ''].join('\n')
      const token = /__clerk_handshake=([\w.-]+)/.exec(carried)![1]!
      const { handshake: directives, exp, iat } = claimsOf(token) as { handshake: string[]; exp: number; iat: number }
      expect([exp - iat, valueOf(directives, /^__refresh_/)]).toEqual([60, ''])
      const session = claimsOf(valueOf(directives, /^__session$/))
      expect(session).toMatchObject({ sid: sessionId, azp: appOrigin })
      expect(Number(session.exp)).toBeLessThanOrEqual(exp)
    }
    expect(await kept()).toEqual(before)
  })

  it('is one for each session and application, however often its visitor comes by', async () => {
    const { db, instanceId } = acme.scope
    const allowed = { instanceId, origin: 'https://other.example.com', createdAt: ports().clock.now() }
    await ports().storage.transaction((system) => insertAllowedOrigin({ db: system }, allowed))
    advance(11_000)
    const { visitor, sessionId } = await signedIn(acme, userId)
    const kept = async () =>
      (await db.kysely.selectFrom('one_time').select('purpose').where('instance_id', '=', instanceId).execute()).filter(
        ({ purpose }) => purpose === 'session_refresh',
      ).length
    const before = await kept()
    const given: Cookies[] = []
    for (let time = 0; time < 5; time++) given.push({ sessionId, ...(await handshake(acme, visitor)) })
    expect(await kept()).toBe(before + 1)
    const elsewhere = { sessionId, ...(await handshake(acme, visitor, 'https://other.example.com')) }
    expect(await kept()).toBe(before + 2)
    advance(66_000)
    expect((await refresh(acme, given.at(-1)!)).status).toBe(200)
    expect((await refresh(acme, elsewhere, { request_origin: 'https://other.example.com' })).status).toBe(200)
    for (const one of given.slice(0, -1)) expect(await refresh(acme, one)).toMatchObject(refusal(401, 'refresh_token_not_found'))
  })

  it('stays good until the next handshake is redeemed: whoever only sends a browser through one takes nothing away', async () => {
    advance(11_000)
    const { visitor, sessionId } = await signedIn(acme, userId)
    const given = { sessionId, ...(await handshake(acme, visitor)) }
    const rows = await acme.rows('one_time')
    const nonce = await nonceFor(visitor)
    expect(await acme.rows('one_time')).toBe(rows + 1)
    advance(30_000)
    expect((await refresh(acme, given)).status).toBe(200)
    const next = { sessionId, ...(await redeem(acme, nonce)) }
    expect(await acme.rows('one_time')).toBe(rows + 1)
    advance(66_000)
    expect((await refresh(acme, next)).status).toBe(200)
    expect(await refresh(acme, given)).toMatchObject(refusal(401, 'refresh_token_not_found'))
  })

  it('is sealed until its nonce is redeemed, ends when its session does, and leaves nothing of a user who was deleted', async () => {
    const id = await acme.person()
    advance(11_000)
    const { visitor, sessionId } = await signedIn(acme, id)
    const { db, instanceId } = acme.scope
    const ofUser = () => db.kysely.selectFrom('one_time').selectAll().where('instance_id', '=', instanceId).where('user_id', '=', id)
    const before = new Set((await ofUser().execute()).map((row) => row.id))
    const nonce = await nonceFor(visitor)
    const pending = (await ofUser().execute()).filter((row) => !before.has(row.id))
    const { refresh: secret } = await redeem(acme, nonce)
    expect(pending.map(({ purpose }) => purpose)).toEqual(['handshake'])
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(pending)).not.toContain(secret)
    const kept = (await ofUser().execute()).find(({ purpose }) => purpose === 'session_refresh')
    expect(kept?.expires_at).toBe((await acme.call('GET', `/sessions/${sessionId}`)).body.expire_at)
    const late = await nonceFor(visitor)
    await acme.call('DELETE', `/users/${id}`)
    expect(await acme.call('GET', `/clients/handshake_payload?nonce=${late}`)).toMatchObject(refusal(404, 'resource_not_found'))
    expect(await ofUser().execute()).toEqual([])
  })

  it('ends for good once it was seen to be over', async () => {
    const given = await cookies()
    const { body: session } = await acme.call('GET', `/sessions/${given.sessionId}`)
    const rest = Number(session.expire_at) - ports().clock.now()
    advance(rest)
    expect(await refresh(acme, given)).toMatchObject(refusal(401, 'refresh_token_not_found'))
    advance(-rest)
    expect(await refresh(acme, given)).toMatchObject(refusal(401, 'refresh_token_not_found'))
  })

  it('is not ended by revoking what is no sign-in token', async () => {
    const given = await cookies()
    const { db, instanceId } = acme.scope
    const all = await db.kysely.selectFrom('one_time').select(['id', 'purpose']).where('instance_id', '=', instanceId).execute()
    const kept = all.filter(({ purpose }) => purpose === 'session_refresh')
    for (const { id } of kept) expect((await acme.call('POST', `/sign_in_tokens/${id}/revoke`)).status).toBe(404)
    expect(kept).not.toEqual([])
    expect((await refresh(acme, given)).status).toBe(200)
  })

  it('ends with the session, however it ends', async () => {
    const ways: { readonly [way: string]: (given: Cookies, id: string) => Promise<unknown> } = {
      session_refresh_inactive_session: ({ sessionId }) => acme.call('POST', `/sessions/${sessionId}/revoke`),
      session_refresh_session_token_ineligible: (_, id) => acme.call('POST', `/users/${id}/lock`),
      refresh_token_not_found: (_, id) => acme.call('DELETE', `/users/${id}`),
    }
    for (const [code, end] of Object.entries(ways)) {
      const id = await acme.person()
      const given = await cookies(acme, id)
      expect((await refresh(acme, given)).status).toBe(200)
      await end(given, id)
      expect(await refresh(acme, given)).toMatchObject(refusal(401, code))
    }
    const banned = await acme.person()
    const given = await cookies(acme, banned)
    await acme.call('POST', `/users/${banned}/ban`)
    expect(await refresh(acme, given)).toMatchObject(refusal(401, 'session_refresh_inactive_session'))
  })

  it('refuses a token as old as a session may become', async () => {
    const given = await cookies()
    advance(7 * 24 * 60 * 60 * 1000 + 66_000)
    expect(await refresh(acme, given)).toMatchObject(refusal(401, 'session_refresh_expired_session_token_too_old'))
  })
})

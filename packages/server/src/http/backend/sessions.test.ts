import { expect, it } from 'vitest'
import { endSession, listSessions } from '../../storage/index.ts'
import { verifySessionToken } from '../../tokens/verify.ts'
import { describeBackend } from './testing/describe-backend.ts'
import { refusal } from './testing/refusal.ts'
import { claimsOf, signedIn } from './testing/signed-in.ts'

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

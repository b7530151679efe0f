import { expect, it } from 'vitest'
import { describeBackend } from './testing/describe-backend.ts'
import { refusal } from './testing/refusal.ts'

const day = 24 * 60 * 60 * 1000

describeBackend('sign-in tokens', ({ customer, ports, advance }) => {
  it('sign their user in, once, and are told once', async () => {
    const { call, person, visitor, base, audit, scope } = await customer()
    const id = await person()
    const made = await call('POST', '/sign_in_tokens', { user_id: id, expires_in_seconds: 60 })
    expect(made).toMatchObject({ status: 200, body: { object: 'sign_in_token', user_id: id, status: 'pending' } })
    expect(made.body.id).toMatch(/^sit_\w{27}$/)
    expect(made.body.token).toMatch(/^[\w-]{43}$/)
    expect(made.body.url).toBe(`${base}/v1/tickets/accept?ticket=${made.body.token}`)
    const stored = await scope.db.kysely.selectFrom('one_time').selectAll().where('instance_id', '=', scope.instanceId).execute()
    expect(JSON.stringify(stored)).not.toContain(made.body.token)

    const use = () => visitor().ask('/client/sign_ins', { strategy: 'ticket', ticket: made.body.token })
    const said = await Promise.all([use(), use(), use(), use(), use()])
    expect(said.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400, 400])
    const sessionId = said.find(({ status }) => status === 200)!.body.response.created_session_id
    expect((await call('GET', `/sessions/${sessionId}`)).body.user_id).toBe(id)
    expect((await audit()).filter((event) => event === 'sign_in_token.created')).toHaveLength(1)
    expect(await call('POST', `/sign_in_tokens/${made.body.id}/revoke`)).toMatchObject(refusal(400, 'sign_in_token_cannot_be_revoked_code'))
  })

  it('sign nobody in once revoked', async () => {
    const { call, person, visitor, rows } = await customer()
    const { body: made } = await call('POST', '/sign_in_tokens', { user_id: await person() })
    const revoked = await call('POST', `/sign_in_tokens/${made.id}/revoke`)
    expect(revoked).toMatchObject({ status: 200, body: { id: made.id, status: 'revoked', token: '', url: null } })
    expect((await visitor().ask('/client/sign_ins', { strategy: 'ticket', ticket: made.token })).status).toBe(400)
    expect(await rows('sessions')).toBe(0)
    expect(await call('POST', `/sign_in_tokens/${made.id}/revoke`)).toMatchObject(refusal(400, 'sign_in_token_cannot_be_revoked_code'))
  })

  it('are either used or revoked, when both happen at the same time', async () => {
    const { call, person, visitor, rows } = await customer()
    for (let time = 0; time < 5; time++) {
      const before = await rows('sessions')
      const { body: made } = await call('POST', '/sign_in_tokens', { user_id: await person() })
      const [used, revoked] = await Promise.all([
        visitor().ask('/client/sign_ins', { strategy: 'ticket', ticket: made.token }),
        call('POST', `/sign_in_tokens/${made.id}/revoke`),
      ])
      expect([used.status, revoked.status].toSorted()).toEqual([200, 400])
      expect((await rows('sessions')) - before).toBe(used.status === 200 ? 1 : 0)
    }
  })

  it.each([
    [{ expires_in_seconds: 60 }, 59_000, 61_000],
    [{}, 30 * day - 1000, 30 * day + 1000],
    [{ expires_in_seconds: null }, 30 * day - 1000, 30 * day + 1000],
  ])('with %j are good after %d ms and not after %d', async (given, good, over) => {
    const { call, person, visitor } = await customer()
    const id = await person()
    const at = ports().clock.now()
    const make = async () => (await call('POST', '/sign_in_tokens', { user_id: id, ...given })).body
    const [one, other] = [await make(), await make()]
    advance(at + good - ports().clock.now())
    expect((await visitor().ask('/client/sign_ins', { strategy: 'ticket', ticket: one.token })).status).toBe(200)
    advance(at + over - ports().clock.now())
    expect((await visitor().ask('/client/sign_ins', { strategy: 'ticket', ticket: other.token })).status).toBe(400)
  })

  it.each([
    [{}, 422, 'form_param_missing', 'user_id'],
    [{ user_id: 'user_none' }, 404, 'resource_not_found', undefined],
    [{ user_id: 'ada', expires_in_seconds: 0 }, 422, 'form_param_value_invalid', 'expires_in_seconds'],
    [{ user_id: 'ada', expires_in_seconds: 315_360_001 }, 422, 'form_param_value_invalid', 'expires_in_seconds'],
    [{ user_id: 'ada', expires_in_seconds: 1.5 }, 422, 'form_param_type_invalid', 'expires_in_seconds'],
    [{ user_id: 'ada', expires_in_seconds: '60' }, 422, 'form_param_type_invalid', 'expires_in_seconds'],
  ])('are not made from %j', async (given, status, code, param) => {
    const { call, person, rows } = await customer()
    const ada = await person()
    const body = 'user_id' in given && given.user_id === 'ada' ? { ...given, user_id: ada } : given
    expect(await call('POST', '/sign_in_tokens', body)).toMatchObject(refusal(status, code, param))
    expect([await rows('one_time'), await rows('audit')]).toEqual([0, 1])
  })

  it('are not another kind of secret', async () => {
    const { call, person, visitor, rows } = await customer()
    await person()
    const { body: testing } = await call('POST', '/testing_tokens')
    expect((await visitor().ask('/client/sign_ins', { strategy: 'ticket', ticket: testing.token })).status).toBe(400)
    const kept = await rows('one_time')
    expect(await call('POST', '/sign_in_tokens/tt_000000000000000000000000000/revoke')).toMatchObject(refusal(404, 'resource_not_found'))
    expect([await rows('one_time'), await rows('sessions')]).toEqual([kept, 0])
  })
})

describeBackend('testing tokens', ({ customer, ports }) => {
  it('are good for an hour, told in seconds', async () => {
    const { call, audit } = await customer()
    const before = ports().clock.now()
    const { status, body } = await call('POST', '/testing_tokens')
    expect([status, body]).toEqual([200, { object: 'testing_token', token: body.token, expires_at: body.expires_at }])
    expect(body.token).toMatch(/^[\w-]{43}$/)
    expect(body.expires_at).toBeGreaterThanOrEqual(Math.floor(before / 1000) + 3600)
    expect(body.expires_at).toBeLessThanOrEqual(Math.ceil(ports().clock.now() / 1000) + 3600)
    expect(await audit()).toEqual(['testing_token.created'])
  })

  it('are not given by production instances', async () => {
    const { call, rows } = await customer('production')
    expect(await call('POST', '/testing_tokens')).toMatchObject(refusal(403, 'authorization_invalid'))
    expect([await rows('one_time'), await rows('audit')]).toEqual([0, 0])
  })
})

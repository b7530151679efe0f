import { expect, it } from 'vitest'
import { describeBackend } from './testing/describe-backend.ts'
import { refusal } from './testing/refusal.ts'
import { signedIn } from './testing/signed-in.ts'
import { appOrigin, type Visitor } from './testing/visitor.ts'

describeBackend('clients', ({ customer, advance }) => {
  it('are found by the id that their session names, and by the value of their cookie', async () => {
    const acme = await customer()
    const id = await acme.person()
    const { visitor, sessionId } = await signedIn(acme, id)
    const { client_id: clientId } = (await acme.call('GET', `/sessions/${sessionId}`)).body
    const found = await acme.call('GET', `/clients/${clientId}`)
    expect(found.body).toMatchObject({
      object: 'client',
      id: clientId,
      session_ids: [sessionId],
      sessions: [{ id: sessionId, user_id: id, client_id: clientId, status: 'active' }],
      last_active_session_id: sessionId,
    })
    expect(JSON.stringify(found.body)).not.toContain(visitor.clientToken().split('.')[1])
    expect((await acme.call('POST', '/clients/verify', { token: visitor.clientToken() })).body).toEqual(found.body)
    await acme.call('POST', `/sessions/${sessionId}/revoke`)
    const { body: left } = await acme.call('GET', `/clients/${clientId}`)
    expect(left).toMatchObject({ session_ids: [], sessions: [], last_active_session_id: null })
  })

  it('are not verified by anything but their own token', async () => {
    const [acme, other] = [await customer(), await customer()]
    const { visitor, jwt } = await signedIn(acme, await acme.person())
    const token = visitor.clientToken()
    for (const wrong of ['made-up', jwt, `${token}x`, token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), token.split('.')[0]]) {
      expect(await acme.call('POST', '/clients/verify', { token: wrong })).toMatchObject(refusal(400, 'client_not_found'))
    }
    expect(await other.call('POST', '/clients/verify', { token })).toMatchObject(refusal(400, 'client_not_found'))
    expect(await acme.call('POST', '/clients/verify', {})).toMatchObject(refusal(422, 'form_param_missing', 'token'))
    expect(await acme.call('POST', '/clients/verify', { token: 7 })).toMatchObject(refusal(422, 'form_param_type_invalid', 'token'))
    expect((await acme.call('POST', '/clients/verify', { token })).status).toBe(200)
  })

  it('show no session that has run out', async () => {
    const { call, person } = await customer()
    const { body: session } = await call('POST', '/sessions', { user_id: await person() })
    advance(session.expire_at - session.created_at)
    expect((await call('GET', `/clients/${session.client_id}`)).body).toMatchObject({ sessions: [], last_active_session_id: null })
  })

  it('are listed, newest first, with the number of all when asked', async () => {
    const acme = await customer()
    const id = await acme.person()
    const made = []
    for (let n = 0; n < 3; n++) {
      // Ids sort by the second.
      advance(1000)
      made.unshift((await acme.call('POST', '/sessions', { user_id: id })).body.client_id)
    }
    expect((await acme.call('GET', '/clients')).list.map((client) => client.id)).toEqual(made)
    const { body } = await acme.call('GET', '/clients?paginated=true&limit=1&offset=1')
    expect([body.data.map((client) => client.id), body.total_count]).toEqual([[made[1]], 3])
    expect((await (await customer()).call('GET', '/clients?paginated=true')).body).toEqual({ data: [], total_count: 0 })
  })

  it('that are none', async () => {
    const { call } = await customer()
    expect(await call('GET', '/clients/client_000000000000000000000000000')).toMatchObject(refusal(404, 'resource_not_found'))
  })
})

describeBackend('the payload of a handshake', ({ customer, advance }) => {
  async function nonceOf(visitor: Visitor): Promise<string> {
    const query = new URLSearchParams({ redirect_url: `${appOrigin}/main?tab=1`, format: 'nonce' })
    const { status, headers } = await visitor.ask(`/client/handshake?${query}`)
    expect(status).toBe(307)
    return new URL(headers.get('location')!).searchParams.get('__clerk_handshake_nonce')!
  }

  it('is the cookies of who is signed in, for the first who asks', async () => {
    const acme = await customer()
    const { visitor, sessionId } = await signedIn(acme, await acme.person())
    const nonce = await nonceOf(visitor)
    const said = await acme.call('GET', `/clients/handshake_payload?nonce=${nonce}`)
    expect(said).toMatchObject({ status: 200, body: { object: 'handshake_payload', nonce } })
    const names = said.body.directives.map((line) => line.split('=')[0]!.replace(/(?<=\w{3})_[\w-]{8}$/, ''))
    expect(names.toSorted()).toEqual(['__clerk_db_jwt', '__clerk_db_jwt', '__client_uat', '__client_uat', '__session', '__session'])
    const jwt = said.body.directives.find((line) => line.startsWith('__session='))!
    expect(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()).toContain(sessionId)
    expect(await acme.call('GET', `/clients/handshake_payload?nonce=${nonce}`)).toMatchObject(refusal(404, 'resource_not_found'))
  })

  it('is for one, when ten ask at the same time', async () => {
    const acme = await customer()
    const nonce = await nonceOf((await signedIn(acme, await acme.person())).visitor)
    const said = await Promise.all(Array.from({ length: 10 }, () => acme.call('GET', `/clients/handshake_payload?nonce=${nonce}`)))
    expect(said.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(404)])
  })

  it('is not used up by who may not have it, nor by a look', async () => {
    const [acme, other] = [await customer(), await customer()]
    const nonce = await nonceOf(acme.visitor())
    expect((await other.call('GET', `/clients/handshake_payload?nonce=${nonce}`)).status).toBe(404)
    expect((await acme.visitor().ask(`/clients/handshake_payload?nonce=${nonce}`)).status).toBe(401)
    expect((await acme.call('HEAD', `/clients/handshake_payload?nonce=${nonce}`)).status).toBe(405)
    expect((await acme.call('GET', `/clients/handshake_payload?nonce=${nonce}`)).status).toBe(200)
  })

  it('is gone after a minute', async () => {
    const acme = await customer()
    const nonce = await nonceOf(acme.visitor())
    advance(60_001)
    expect((await acme.call('GET', `/clients/handshake_payload?nonce=${nonce}`)).status).toBe(404)
  })

  it.each(['', '?nonce=', '?nonce=made-up', `?nonce=${'x'.repeat(43)}`])('is not had with "%s"', async (query) => {
    const { call } = await customer()
    const { status, body } = await call('GET', `/clients/handshake_payload${query}`)
    expect([status, body.errors[0]?.code]).toEqual(query.length > 7 ? [404, 'resource_not_found'] : [400, 'missing_query_parameter'])
  })
})

import assert from 'node:assert/strict'
import { isRefused, test } from './scene.ts'
import { appOrigin, createVisitor, signIn } from './visitor.ts'

// Browsers as a customer's server sees them.

test('clients: found by the session, by id, in the list, and by the cookie’s value', async ({ clients, person, scene, sessions }) => {
  const { id: userId } = await person('pia')
  const { visitor, sessionId } = await signIn(scene, userId)
  const { clientId } = await sessions.getSession(sessionId)
  const client = await clients.getClient(clientId)
  assert.deepEqual([client.id, client.sessionIds, client.lastActiveSessionId], [clientId, [sessionId], sessionId])
  assert.equal(client.sessions[0]?.userId, userId)
  const listed = await clients.getClientList({ limit: 100 })
  assert.ok(listed.data.some(({ id }) => id === clientId))
  assert.equal((await clients.verifyClient(visitor.clientToken())).id, clientId)
  await assert.rejects(clients.verifyClient('made-up'))
  await isRefused(clients.getClient('client_000000000000000000000000000'), 404, 'resource_not_found')
})

test('clients: the nonce of a handshake is good for one payload', async ({ clients, person, scene, suffix }) => {
  const { id: userId } = await person('quy')
  const { visitor } = await signIn(scene, userId)
  const page = `${appOrigin}/main?tab=1`
  const query = new URLSearchParams({ redirect_url: page, format: 'nonce', suffixed_cookies: 'true' })
  const { status, headers } = await visitor.ask(`/v1/client/handshake?${query}`)
  assert.equal(status, 307)
  const back = new URL(headers.get('location') ?? '')
  const nonce = back.searchParams.get('__clerk_handshake_nonce') ?? ''
  assert.ok(back.href.startsWith(page) && nonce.length > 20, back.href)
  const { directives } = await clients.getHandshakePayload({ nonce })
  const names = directives.map((line) => line.split('=')[0] ?? '')
  for (const name of [`__session_${suffix}`, `__client_uat_${suffix}`, `__clerk_db_jwt_${suffix}`, '__session', '__client_uat']) {
    assert.ok(names.includes(name), `${name} is among ${names.join(', ')}`)
  }
  await assert.rejects(clients.getHandshakePayload({ nonce }), 'a nonce is used up')
})

test('clients: a handshake does not lead to a page that is none of the application’s', async ({ scene }) => {
  const lead = async (page: string): Promise<{ status: number; to: string | null }> => {
    const query = new URLSearchParams({ redirect_url: page, format: 'nonce' })
    const { status, headers } = await createVisitor(scene).ask(`/v1/client/handshake?${query}`)
    return { status, to: headers.get('location') }
  }
  assert.equal((await lead(`${appOrigin}/main`)).status, 307)
  const { status, to } = await lead('https://evil.example/')
  assert.ok(status >= 400 && to === null, `${status} ${to}`)
})

test('testing tokens: made, with an end in the near future', async ({ testingTokens }) => {
  // The SDK hands this one resource on as it came, whatever its type says.
  const made = (await testingTokens.createTestingToken()) as unknown as { token: string; expires_at: number }
  assert.ok(made.token.length > 10)
  const seconds = made.expires_at - Date.now() / 1_000
  assert.ok(seconds > 0 && seconds <= 24 * 3_600, `${seconds} s`)
})

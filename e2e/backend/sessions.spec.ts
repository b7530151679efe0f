import assert from 'node:assert/strict'
import { isRefused, test } from './scene.ts'
import { signIn } from './visitor.ts'

// Sessions as a customer's server sees and ends them.

test('sessions: created, read, listed by user, client and state', async ({ person, sessions }) => {
  const { id: userId } = await person('kim')
  const made = await sessions.createSession({ userId })
  assert.match(made.id, /^sess_\w{27}$/)
  assert.deepEqual([made.userId, made.status, made.actor], [userId, 'active', null])
  assert.match(made.clientId, /^client_\w{27}$/)
  assert.ok(made.expireAt > Date.now() + 3_600_000 && made.abandonAt >= made.expireAt, 'both ends lie ahead, in milliseconds')
  assert.deepEqual(await sessions.getSession(made.id), made)
  const listed = await sessions.getSessionList({ userId })
  assert.deepEqual({ ids: listed.data.map(({ id }) => id), total: listed.totalCount }, { ids: [made.id], total: 1 })
  assert.equal((await sessions.getSessionList({ clientId: made.clientId })).totalCount, 1)
  assert.equal((await sessions.getSessionList({ userId, status: 'revoked' })).totalCount, 0)
  await isRefused(sessions.getSession('sess_000000000000000000000000000'), 404, 'resource_not_found')
})

test('sessions: a token of a session is that session’s, and lives sixty seconds', async ({
  apiUrl,
  person,
  secretKey,
  sessions,
  verifyToken,
}) => {
  const { id: userId } = await person('leo')
  const { id } = await sessions.createSession({ userId })
  const { jwt } = await sessions.getToken(id)
  const claims = await verifyToken(jwt, { secretKey, apiUrl })
  assert.deepEqual([claims.sub, claims.sid, claims.exp - claims.iat], [userId, id, 60])
})

test('sessions: revoked here, ended in the browser', async ({ person, scene, sessions }) => {
  const { id: userId } = await person('mia')
  const { visitor, sessionId } = await signIn(scene, userId)
  assert.equal((await visitor.ask(`/v1/client/sessions/${sessionId}/tokens`, {})).status, 200)
  const revoked = await sessions.revokeSession(sessionId)
  assert.deepEqual([revoked.id, revoked.status], [sessionId, 'revoked'])
  assert.equal((await sessions.getSession(sessionId)).status, 'revoked')
  await assert.rejects(sessions.getToken(sessionId))
  const { status } = await visitor.ask(`/v1/client/sessions/${sessionId}/tokens`, {})
  assert.ok(status >= 400, `no token for a revoked session, not ${status}`)
  assert.equal((await sessions.getSessionList({ userId, status: 'revoked' })).totalCount, 1)
  assert.equal((await sessions.getSessionList({ userId, status: 'active' })).totalCount, 0)
})

test('sessions: refresh refuses a token that was never given', async ({ person, sessions }) => {
  const { id: userId } = await person('ned')
  const { id } = await sessions.createSession({ userId })
  const { jwt } = await sessions.getToken(id)
  const refresh = sessions.refreshSession(id, {
    format: 'cookie',
    expired_token: jwt,
    refresh_token: 'made-up',
    request_origin: 'http://localhost:3999',
    request_headers: {},
  })
  await assert.rejects(refresh, ({ status }: { status: number }) => status >= 400 && status < 500)
})

test('sign-in tokens: one sign-in each; revoked ones none', async ({ person, scene, sessions, signInTokens }) => {
  const { id: userId } = await person('ola')
  const made = await signInTokens.createSignInToken({ userId, expiresInSeconds: 60 })
  assert.match(made.id, /^sit_\w{27}$/)
  assert.deepEqual([made.userId, made.status], [userId, 'pending'])
  assert.ok(made.url.includes(made.token), 'the URL carries the token')
  const used = await signIn(scene, userId)
  assert.equal((await sessions.getSession(used.sessionId)).userId, userId)

  assert.equal((await signInTokens.revokeSignInToken(made.id)).status, 'revoked')
  const { body } = await used.visitor.ask('/v1/client/sign_ins', { strategy: 'ticket', ticket: made.token })
  assert.ok(body.errors?.[0]?.code, 'a revoked token signs nobody in')
})

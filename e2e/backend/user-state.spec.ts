import assert from 'node:assert/strict'
import { type Scene, test } from './scene.ts'
import { createVisitor, signIn } from './visitor.ts'

// What it means to be banned or locked.

async function refusal(scene: Scene, userId: string): Promise<string | undefined> {
  const { token } = await scene.clerk.signInTokens.createSignInToken({ userId, expiresInSeconds: 60 })
  const { body } = await createVisitor(scene).ask('/v1/client/sign_ins', { strategy: 'ticket', ticket: token })
  return body.errors?.[0]?.code
}

test('ban: ends the sessions and closes the door; unban opens it', async ({ person, scene, sessions, users }) => {
  const { id } = await person('fay')
  const { sessionId, visitor } = await signIn(scene, id)
  assert.equal((await users.banUser(id)).banned, true)
  assert.equal((await users.getUser(id)).banned, true)
  assert.notEqual((await sessions.getSession(sessionId)).status, 'active')
  const { status } = await visitor.ask(`/v1/client/sessions/${sessionId}/tokens`, {})
  assert.ok(status >= 400, `a banned user's browser gets no token, not ${status}`)
  assert.equal(await refusal(scene, id), 'user_banned')
  assert.equal((await users.unbanUser(id)).banned, false)
  await signIn(scene, id)
})

test('lock: closes the door; unlock opens it', async ({ person, scene, users }) => {
  const { id } = await person('gus')
  assert.equal((await users.lockUser(id)).locked, true)
  assert.equal((await users.getUser(id)).locked, true)
  assert.equal(await refusal(scene, id), 'user_locked')
  assert.equal((await users.unlockUser(id)).locked, false)
  await signIn(scene, id)
})

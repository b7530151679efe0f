import assert from 'node:assert/strict'
import type { Journey } from '../support/test.ts'
import type { Scene } from './scene.ts'
import { createVisitor, signIn } from './visitor.ts'

/** What it means to be banned or locked. */
export function userStateJourneys(scene: Scene): Journey<undefined>[] {
  const { users, sessions, signInTokens } = scene.clerk
  const refusal = async (userId: string): Promise<string | undefined> => {
    const { token } = await signInTokens.createSignInToken({ userId, expiresInSeconds: 60 })
    const { body } = await createVisitor(scene).ask('/v1/client/sign_ins', { strategy: 'ticket', ticket: token })
    return body.errors?.[0]?.code
  }
  return [
    {
      title: 'ban: ends the sessions and closes the door; unban opens it',
      async run() {
        const { id } = await scene.person('fay')
        const { sessionId, visitor } = await signIn(scene, id)
        assert.equal((await users.banUser(id)).banned, true)
        assert.equal((await users.getUser(id)).banned, true)
        assert.notEqual((await sessions.getSession(sessionId)).status, 'active')
        const { status } = await visitor.ask(`/v1/client/sessions/${sessionId}/tokens`, {})
        assert.ok(status >= 400, `a banned user's browser gets no token, not ${status}`)
        assert.equal(await refusal(id), 'user_banned')
        assert.equal((await users.unbanUser(id)).banned, false)
        await signIn(scene, id)
      },
    },
    {
      title: 'lock: closes the door; unlock opens it',
      async run() {
        const { id } = await scene.person('gus')
        assert.equal((await users.lockUser(id)).locked, true)
        assert.equal((await users.getUser(id)).locked, true)
        assert.equal(await refusal(id), 'user_locked')
        assert.equal((await users.unlockUser(id)).locked, false)
        await signIn(scene, id)
      },
    },
  ]
}

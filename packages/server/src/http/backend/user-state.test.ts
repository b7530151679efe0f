import { expect, it } from 'vitest'
import { guessBuckets } from '../../domain/network.ts'
import { countUp, findSession, findUser } from '../../storage/index.ts'
import type { Customer } from './testing/customer.ts'
import { describeBackend } from './testing/describe-backend.ts'
import { refusal } from './testing/refusal.ts'
import { signedIn } from './testing/signed-in.ts'

describeBackend('the state of a user', ({ another, customer, ports }) => {
  const signInCode = async ({ call, visitor }: Customer, userId: string) => {
    const { body } = await call('POST', '/sign_in_tokens', { user_id: userId })
    return (await visitor().ask('/client/sign_ins', { strategy: 'ticket', ticket: body.token })).body.errors?.[0]?.code
  }

  it('banned: every session ends, no door mints a token, and nobody signs in', async () => {
    const acme = await customer()
    const id = await acme.person()
    const here = await signedIn(acme, id)
    const there = await signedIn(acme, id)
    const { body: made } = await acme.call('POST', '/sessions', { user_id: id })
    const before = await acme.rows('sessions')
    expect(await acme.call('POST', `/users/${id}/ban`)).toMatchObject({ status: 200, body: { id, banned: true } })
    for (const { visitor, sessionId } of [here, there]) {
      expect((await acme.call('GET', `/sessions/${sessionId}`)).body.status).toBe('revoked')
      expect((await visitor.ask(`/client/sessions/${sessionId}/tokens`, {})).status).toBe(404)
      expect((await visitor.ask('/client')).body.response).toMatchObject({ sessions: [], last_active_session_id: null })
    }
    expect((await acme.call('POST', `/sessions/${made.id}/tokens`)).status).toBe(404)
    expect(await signInCode(acme, id)).toBe('user_banned')
    expect(await acme.call('POST', '/sessions', { user_id: id })).toMatchObject(refusal(403, 'user_banned'))
    expect(await acme.rows('sessions')).toBe(before)
    expect(await acme.audit()).toContain('user.banned')
  })

  it.each([
    ['banned', 'POST', '/ban'],
    ['locked', 'POST', '/lock'],
    ['deleted', 'DELETE', ''],
  ])('%s: once that is answered, no process mints a token, however many are asking', async (_, method, path) => {
    const acme = await customer()
    const processes = [acme, acme.by(await another())]
    const id = await acme.person()
    const { body: session } = await acme.call('POST', '/sessions', { user_id: id })
    const mint = (index: number) => processes[index % 2]!.call('POST', `/sessions/${session.id}/tokens`)
    let ended = false
    const late: number[] = []
    const asking = Array.from({ length: 8 }, async (__, index) => {
      for (let time = 0; time < 10; time++) {
        const begunAfter = ended
        const { status } = await mint(index + time)
        if (begunAfter) late.push(status)
      }
    })
    expect((await processes[1]!.call(method, `/users/${id}${path}`)).status).toBe(200)
    ended = true
    await Promise.all(asking)
    for (const index of [0, 1]) late.push((await mint(index)).status)
    expect(late.filter((status) => status === 200)).toEqual([])
  })

  it('unbanned: the door is open, and what was ended stays ended', async () => {
    const acme = await customer()
    const id = await acme.person()
    const { sessionId } = await signedIn(acme, id)
    await acme.call('POST', `/users/${id}/ban`)
    expect((await acme.call('POST', `/users/${id}/unban`)).body).toMatchObject({ banned: false })
    expect((await findSession(acme.scope, sessionId))?.status).toBe('revoked')
    expect((await acme.call('POST', `/sessions/${sessionId}/tokens`)).status).toBe(404)
    await signedIn(acme, id)
  })

  it('unbanned: a session that slipped in while she was banned does not come alive', async () => {
    const acme = await customer()
    const id = await acme.person()
    const { sessionId } = await signedIn(acme, id)
    await acme.call('POST', `/users/${id}/ban`)
    await ports().storage.transaction((db) =>
      db.kysely
        .updateTable('sessions')
        .set({ status: 'active' })
        .where('instance_id', '=', acme.instanceId)
        .where('id', '=', sessionId)
        .execute(),
    )
    expect((await acme.call('POST', `/sessions/${sessionId}/tokens`)).status).toBe(401)
    await acme.call('POST', `/users/${id}/unban`)
    expect((await acme.call('POST', `/sessions/${sessionId}/tokens`)).status).toBe(404)
  })

  it('locked: sessions stay and have no token, nobody signs in; unlocked: as before', async () => {
    const acme = await customer()
    const id = await acme.person()
    const { visitor, sessionId } = await signedIn(acme, id)
    const { body } = await acme.call('POST', `/users/${id}/lock`)
    expect(body).toMatchObject({ locked: true, lockout_expires_in_seconds: null })
    expect((await findUser(acme.scope, id))?.lockedUntil).toBe(Number.MAX_SAFE_INTEGER)
    expect((await acme.call('GET', `/sessions/${sessionId}`)).body.status).toBe('active')
    expect((await visitor.ask(`/client/sessions/${sessionId}/tokens`, {})).status).toBe(401)
    expect((await acme.call('POST', `/sessions/${sessionId}/tokens`)).status).toBe(401)
    expect(await signInCode(acme, id)).toBe('user_locked')

    expect((await acme.call('POST', `/users/${id}/unlock`)).body).toMatchObject({ locked: false })
    expect((await visitor.ask(`/client/sessions/${sessionId}/tokens`, {})).status).toBe(200)
    expect(await signInCode(acme, id)).toBeUndefined()
    expect((await acme.audit()).filter((event) => /locked$/.test(event)).toSorted()).toEqual(['user.locked', 'user.unlocked'])
  })

  it('unlocked: wrong guesses that locked her are forgiven, those of others are not', async () => {
    const acme = await customer()
    const [id, other] = [await acme.person(), await acme.person()]
    const now = ports().clock.now()
    const fill = (userId: string) => {
      const [bucket] = guessBuckets({ target: userId, knownClientId: null, account: null, network: null })
      return ports().storage.transaction((db) => countUp({ db, instanceId: acme.instanceId }, { ...bucket!, now }))
    }
    for (let guess = 0; guess < 10; guess++) for (const userId of [id, other]) expect((await fill(userId)).ok).toBe(true)
    expect((await fill(id)).ok).toBe(false)
    await acme.call('POST', `/users/${id}/unlock`)
    expect(await fill(id)).toMatchObject({ ok: true, count: 1 })
    expect((await fill(other)).ok).toBe(false)
  })
})

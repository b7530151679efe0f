import { expect, test } from 'vitest'
import { insertClient, updateClient } from '../clients/clients.ts'
import { Orphan } from '../errors.ts'
import { aClient, aSession, aUser, NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import type { Tenant } from '../testing/describe-storage.ts'
import { insertUser } from '../users/users.ts'
import { clientKnowsUser, countSessions, listSessions, listSessionsOfClient } from './list-sessions.ts'
import { endSession, endSessionsOfClient, endSessionsOfUser, findSession, insertSession, touchSession } from './sessions.ts'
import { findLastMintable, findMintable } from './mintable.ts'

/** A client and a user with three sessions of it, a second apart; ids disagree with times on purpose. */
async function seed({ write }: Tenant) {
  const client = aClient()
  const user = aUser({ lockedUntil: NOW + 5 })
  const sessions = [2, 1, 0].map((second) => aSession(client.id, user.id, { createdAt: NOW + second * 1000, secondFactorAt: NOW }))
  await write(async (scope) => {
    await insertClient(scope, client)
    await insertUser(scope, user)
    for (const session of sessions) await insertSession(scope, session)
  })
  return { client, user, newest: sessions[0]!, middle: sessions[1]!, oldest: sessions[2]! }
}

const everything = { limit: 100, offset: 0 }
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

describeStorage(
  'sessions',
  ({ tenant }) => {
    test('come back as they went in, and only to their instance', async () => {
      const mine = tenant()
      const { newest } = await seed(mine)
      expect(await findSession(mine.scope, newest.id)).toEqual(newest)
      expect(await findSession(tenant().scope, newest.id)).toBeNull()
    })

    test('need a user', async () => {
      const { write, scope } = tenant()
      const session = aSession('client_1', 'user_nobody')
      await expect(write((inner) => insertSession(inner, session))).rejects.toBeInstanceOf(Orphan)
      expect(await findSession(scope, session.id)).toBeNull()
    })

    test('end once, and stay as they ended', async () => {
      const mine = tenant()
      const { newest } = await seed(mine)
      expect(await tenant().write((scope) => endSession(scope, newest.id, { to: 'revoked', now: NOW + 1 }))).toBe(false)
      expect(await mine.write((scope) => endSession(scope, newest.id, { to: 'ended', now: NOW + 1 }))).toBe(true)
      expect(await mine.write((scope) => endSession(scope, newest.id, { to: 'revoked', now: NOW + 2 }))).toBe(false)
      expect(await findSession(mine.scope, newest.id)).toEqual({ ...newest, status: 'ended', updatedAt: NOW + 1 })
    })

    test('of a user end together, but for one', async () => {
      const mine = tenant()
      const { user, newest, middle, oldest } = await seed(mine)
      await mine.write((scope) => endSession(scope, oldest.id, { to: 'ended', now: NOW + 1 }))
      const ended = await mine.write((scope) =>
        endSessionsOfUser(scope, user.id, { to: 'revoked', now: NOW + 2, exceptSessionId: newest.id }),
      )
      expect(ended).toEqual([{ ...middle, status: 'revoked', updatedAt: NOW + 2 }])
      expect((await findSession(mine.scope, newest.id))?.status).toBe('active')
      expect((await findSession(mine.scope, oldest.id))?.status).toBe('ended')
      expect(await mine.write((scope) => endSessionsOfUser(scope, user.id, { to: 'removed', now: NOW + 3 }))).toHaveLength(1)
    })

    test('of a client end together', async () => {
      const mine = tenant()
      const { client, newest, middle, oldest } = await seed(mine)
      expect(await tenant().write((scope) => endSessionsOfClient(scope, client.id, { to: 'removed', now: NOW + 2 }))).toEqual([])
      await mine.write((scope) => endSession(scope, oldest.id, { to: 'ended', now: NOW + 1 }))
      const ended = await mine.write((scope) => endSessionsOfClient(scope, client.id, { to: 'removed', now: NOW + 2 }))
      expect(ended.toSorted(byId).map(({ id }) => id)).toEqual([newest.id, middle.id])
      expect(await listSessionsOfClient(mine.scope, client.id, { status: 'active' })).toEqual([])
      expect(await listSessionsOfClient(mine.scope, client.id, { status: 'removed' })).toHaveLength(2)
    })

    test('of a client are listed oldest first', async () => {
      const mine = tenant()
      const { client, newest, middle, oldest } = await seed(mine)
      expect(await listSessionsOfClient(mine.scope, client.id, { status: 'active' })).toEqual([oldest, middle, newest])
      expect(await listSessionsOfClient(tenant().scope, client.id, { status: 'active' })).toEqual([])
    })

    test('of the same moment are listed in the order of their ids', async () => {
      const mine = tenant()
      const { client, user } = await seed(mine)
      const twins = [1, 2].map(() => aSession(client.id, user.id, { createdAt: NOW + 9000 }))
      await mine.write((scope) => insertSession(scope, twins[1]!))
      await mine.write((scope) => insertSession(scope, twins[0]!))
      expect((await listSessionsOfClient(mine.scope, client.id, { status: 'active' })).slice(3)).toEqual(twins)
      expect(await listSessions(mine.scope, { userId: user.id }, { limit: 2, offset: 0 })).toEqual(twins.toReversed())
    })

    test('are listed newest first, by every filter, in pages, and counted', async () => {
      const mine = tenant()
      const { client, user, newest, middle, oldest } = await seed(mine)
      const another = await seed(mine)
      await mine.write((scope) => endSession(scope, middle.id, { to: 'ended', now: NOW + 1 }))
      expect(await listSessions(mine.scope, { userId: user.id, status: 'active' }, everything)).toEqual([newest, oldest])
      expect(await listSessions(mine.scope, { clientId: client.id }, { limit: 1, offset: 2 })).toEqual([oldest])
      expect(await listSessions(mine.scope, {}, everything)).toHaveLength(6)
      expect(await countSessions(mine.scope, {})).toBe(6)
      expect(await countSessions(mine.scope, { userId: another.user.id, clientId: client.id })).toBe(0)
      expect(await countSessions(mine.scope, { status: 'active' })).toBe(5)
      expect(await countSessions(tenant().scope, {})).toBe(0)
    })

    test('count as expired once their time is over, when the time is told', async () => {
      const mine = tenant()
      const { user, newest, middle } = await seed(mine)
      await mine.write((scope) => insertSession(scope, aSession('client_1', user.id, { expireAt: NOW + 10 })))
      await mine.write((scope) => endSession(scope, newest.id, { to: 'expired', now: NOW }))
      await mine.write((scope) => endSession(scope, middle.id, { to: 'ended', now: NOW }))
      const count = (filter: object) => countSessions(mine.scope, { userId: user.id, ...filter })
      expect(await count({ status: 'active' })).toBe(2)
      expect(await count({ status: 'active', now: NOW + 9 })).toBe(2)
      expect(await count({ status: 'active', now: NOW + 10 })).toBe(1)
      expect(await count({ status: 'expired' })).toBe(1)
      expect(await count({ status: 'expired', now: NOW + 9 })).toBe(1)
      expect(await count({ status: 'expired', now: NOW + 10 })).toBe(2)
      expect(await count({ status: 'ended', now: NOW + 10 })).toBe(1)
    })

    test('are touched while they live, and never brought back', async () => {
      const mine = tenant()
      const { newest, middle } = await seed(mine)
      const activity = { ipAddress: '198.51.100.7', userAgent: null }
      const touch = (id: string, now: number) => mine.write((scope) => touchSession(scope, id, { now, activity }))
      expect(await touch(newest.id, NOW + 9)).toBe(true)
      expect(await findSession(mine.scope, newest.id)).toEqual({ ...newest, lastActiveAt: NOW + 9, updatedAt: NOW + 9, activity })
      await touch(newest.id, NOW + 5)
      expect((await findSession(mine.scope, newest.id))?.lastActiveAt).toBe(NOW + 9)
      expect(await touch(newest.id, newest.expireAt)).toBe(false)
      await mine.write((scope) => endSession(scope, middle.id, { to: 'revoked', now: NOW + 1 }))
      expect(await touch(middle.id, NOW + 9)).toBe(false)
      expect((await findSession(mine.scope, middle.id))?.status).toBe('revoked')
      const other = tenant()
      expect(await other.write((scope) => touchSession(scope, newest.id, { now: NOW + 10, activity }))).toBe(false)
    })

    test('tell that a client has held one of a user', async () => {
      const mine = tenant()
      const { client, user, newest } = await seed(mine)
      const knows = (clientId: string, userId: string, since: number) => clientKnowsUser(mine.scope, { clientId, userId, since })
      expect(await knows(client.id, user.id, NOW - 1)).toBe(true)
      expect(await knows(client.id, user.id, newest.createdAt)).toBe(false)
      expect(await knows('client_0', user.id, NOW - 1)).toBe(false)
      expect(await knows(client.id, 'user_0', NOW - 1)).toBe(false)
      expect(await clientKnowsUser(tenant().scope, { clientId: client.id, userId: user.id, since: 0 })).toBe(false)
    })

    test('are read by their client alone, the one last used', async () => {
      const mine = tenant()
      const { client, newest } = await seed(mine)
      const other = await seed(mine)
      const use = (id: string | null) => mine.write((scope) => updateClient(scope, client, { lastActiveSessionId: id }))
      for (const none of [null, other.newest.id, 'sess_0']) {
        await use(none)
        expect(await findLastMintable(mine.scope, client.id)).toBeNull()
      }
      await use(newest.id)
      const found = await findLastMintable(mine.scope, client.id)
      expect(found).toEqual(await findMintable(mine.scope, { clientId: client.id, sessionId: newest.id }))
      expect(found?.client.lastActiveSessionId).toBe(newest.id)
      expect(await findLastMintable(tenant().scope, client.id)).toBeNull()
      expect(await findLastMintable(mine.scope, 'client_0')).toBeNull()
    })

    test('are read with their client and user for a token', async () => {
      const mine = tenant()
      const { client, user, newest } = await seed(mine)
      const ids = { clientId: client.id, sessionId: newest.id }
      expect(await findMintable(mine.scope, ids)).toEqual({
        client,
        session: newest,
        user: { id: user.id, banned: false, lockedUntil: NOW + 5 },
      })
      expect(await findMintable(tenant().scope, ids)).toBeNull()
      const other = await seed(mine)
      expect(await findMintable(mine.scope, { clientId: other.client.id, sessionId: newest.id })).toBeNull()
      await mine.write((scope) => endSession(scope, newest.id, { to: 'ended', now: NOW }))
      expect((await findMintable(mine.scope, ids))?.session.status).toBe('ended')
    })
  },
  { whole: /: select count|: select "id" from "sessions" where "instance_id" = \? order by "id" desc limit/ },
)

import { expect, test } from 'vitest'
import { findAttempt, insertAttempt } from '../attempts/attempts.ts'
import { countUp } from '../counters/counters.ts'
import { insertInboxMessage, listInbox } from '../inbox/inbox.ts'
import { findOneTime, insertOneTime } from '../one-time/one-time.ts'
import { enqueueMessage } from '../outbox/enqueue-message.ts'
import { anAttempt, aVerification, newId, NOW } from '../testing/fixtures.ts'
import { describeStorage, writeSystem } from '../testing/describe-storage.ts'
import { finishOutbox } from './outbox.ts'
import { purgeExpired } from './purge-expired.ts'

const day = 24 * 60 * 60 * 1000

describeStorage(
  'purgeExpired',
  ({ tenant, storage }) => {
    const purge = (now: number, limit = 100) => writeSystem(storage(), (scope) => purgeExpired(scope, { now, limit }))

    test('takes what is over, after a while, and nothing else', async () => {
      const { instanceId, scope, write } = tenant()
      const attempt = anAttempt('sign_in', { verifications: { first_factor: aVerification(), second_factor: aVerification() } })
      const ticket = { id: newId('ott'), purpose: 'ticket', hash: 'h', payload: '', expiresAt: NOW + 60_000, createdAt: NOW }
      const message = { id: newId('msg'), channel: 'email' as const, to: 'a', sealed: 's', expiresAt: NOW + 60_000, createdAt: NOW }
      const late = { ...message, id: newId('msg') }
      await write(async (inner) => {
        await insertAttempt(inner, attempt)
        await insertOneTime(inner, ticket)
        await enqueueMessage(inner, message)
        await enqueueMessage(inner, late)
        await insertInboxMessage(inner, message)
        await countUp(inner, { key: 'k', max: 9, windowMs: 60_000, now: NOW })
      })
      await writeSystem(storage(), (inner) => finishOutbox(inner, [{ instanceId, id: message.id }], { now: NOW }))
      const left = async () => [
        (await findAttempt(scope, attempt.id, 'sign_in')) !== null,
        (await findOneTime(scope, { id: ticket.id })) !== null,
        (await scope.db.kysely.selectFrom('counters').selectAll().where('instance_id', '=', instanceId).execute()).length,
        (await scope.db.kysely.selectFrom('outbox').selectAll().where('instance_id', '=', instanceId).execute()).length,
        (await listInbox(scope, { limit: 9 })).length,
      ]
      expect(await purge(NOW + 60_000)).toBe(0)
      expect(await left()).toEqual([true, true, 1, 2, 1])
      const expired = await scope.db.kysely.selectFrom('outbox').selectAll().where('id', '=', late.id).executeTakeFirstOrThrow()
      expect({ ...expired }).toMatchObject({ status: 'failed', sealed: null, error: 'expired' })
      expect(await purge(NOW + 60_000 + day)).toBe(1)
      expect(await left()).toEqual([true, true, 0, 2, 1])
      expect(await purge(NOW + 60_001 + day)).toBe(2)
      expect(await left()).toEqual([false, false, 0, 2, 1])
      expect(await purge(NOW + 1 + 7 * day)).toBe(2)
      expect(await left()).toEqual([false, false, 0, 1, 0])
      expect(await purge(NOW + 60_001 + 7 * day)).toBe(1)
      expect(await left()).toEqual([false, false, 0, 0, 0])
    })

    test('takes no more at once than it is told', async () => {
      const { scope, write } = tenant()
      await write(async (inner) => {
        for (let i = 0; i < 5; i++)
          await insertAttempt(
            inner,
            anAttempt('sign_in', { verifications: { first_factor: aVerification(), second_factor: aVerification() } }),
          )
      })
      const count = async () =>
        (await scope.db.kysely.selectFrom('attempts').select('id').where('instance_id', '=', scope.instanceId).execute()).length
      expect(await purge(NOW + 30 * day, 2)).toBe(2)
      expect(await count()).toBe(3)
      expect(await purge(NOW + 30 * day, 2)).toBe(2)
      expect(await purge(NOW + 30 * day, 2)).toBe(1)
      expect(await purge(NOW + 30 * day, 2)).toBe(0)
    })
  },
  { system: true, whole: /: select (\*|"id") from "\w+" where "instance_id" = \?/ },
)

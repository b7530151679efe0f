import { expect, test } from 'vitest'
import { enqueueMessage } from '../outbox/enqueue-message.ts'
import { newId, NOW } from '../testing/fixtures.ts'
import { describeStorage, writeSystem } from '../testing/describe-storage.ts'
import type { Storage } from '../storage.ts'
import { extendLeases, failOutbox, finishOutbox, leaseOutbox, retryOutbox } from './outbox.ts'

const leaseMs = 1000
let tests = 0

/** A day of its own for every test: what others left in the outbox is long out of date by then. */
function nextDay(): number {
  return NOW + ++tests * 24 * 60 * 60 * 1000
}

const aMessage = (createdAt: number) => ({
  id: newId('msg'),
  channel: 'email' as const,
  to: 'a@example.com',
  sealed: 'sealed',
  expiresAt: createdAt + 60_000,
  createdAt,
})

function lease(storage: Storage, now: number, limit = 100) {
  return writeSystem(storage, (scope) => leaseOutbox(scope, { now, leaseMs, limit, channels: ['email'] }))
}

async function row(storage: Storage, id: string) {
  const found = await storage.db.kysely.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return { status: found.status, sealed: found.sealed, error: found.error, finishedAt: found.finished_at, nextAt: found.next_at }
}

describeStorage(
  'the outbox',
  ({ tenant, storage, another }) => {
    test('leases what is due, oldest first, and to nobody else until the lease is over', async () => {
      const now = nextDay()
      const { instanceId, write } = tenant()
      const [newer, older] = [aMessage(now + 1), aMessage(now)]
      for (const message of [newer, older]) await write((scope) => enqueueMessage(scope, message))
      expect(await lease(storage(), now - 1)).toEqual([])
      const leased = await lease(storage(), now + 1)
      expect(leased).toEqual([
        { ...older, instanceId, tries: 1 },
        { ...newer, instanceId, tries: 1 },
      ])
      expect(await lease(storage(), now + leaseMs)).toEqual([])
      await tenant().write((scope) => enqueueMessage(scope, aMessage(now - 5)))
      expect(await lease(storage(), now + 1 + leaseMs, 1)).toMatchObject([{ createdAt: now - 5 }])
    })

    test('leases every message once to two processes at work', async () => {
      const now = nextDay()
      const { write } = tenant()
      const ids = await write(async (scope) => {
        const messages = Array.from({ length: 40 }, () => aMessage(now))
        for (const message of messages) await enqueueMessage(scope, message)
        return messages.map(({ id }) => id)
      })
      const processes = [storage(), await another()]
      const leases = await Promise.all(Array.from({ length: 10 }, (_, index) => lease(processes[index % 2]!, now, 10)))
      const leased = leases.flat().map(({ id }) => id)
      expect(new Set(leased).size).toBe(leased.length)
      for (const one of await lease(storage(), now)) leased.push(one.id)
      expect(leased.toSorted()).toEqual(ids.toSorted())
    })

    test('forgets the content of what went out', async () => {
      const now = nextDay()
      const message = aMessage(now)
      const { instanceId, write } = tenant()
      await write((scope) => enqueueMessage(scope, message))
      await lease(storage(), now)
      await writeSystem(storage(), (scope) => finishOutbox(scope, [{ instanceId, id: message.id }], { now: now + 5 }))
      expect(await row(storage(), message.id)).toMatchObject({ status: 'sent', sealed: null, error: null, finishedAt: now + 5 })
      const key = { instanceId, id: message.id }
      await writeSystem(storage(), (scope) => retryOutbox(scope, key, { nextAt: now, error: 'late' }))
      await writeSystem(storage(), (scope) => failOutbox(scope, key, { now, error: 'late' }))
      expect(await row(storage(), message.id)).toMatchObject({ status: 'sent', error: null })
      expect(await lease(storage(), now + leaseMs)).toEqual([])
    })

    test('crosses out several at once, and only those', async () => {
      const now = nextDay()
      const { instanceId, write } = tenant()
      const messages = Array.from({ length: 3 }, () => aMessage(now))
      for (const message of messages) await write((scope) => enqueueMessage(scope, message))
      const [first, second, third] = messages.map(({ id }) => id) as [string, string, string]
      const elsewhere = { instanceId: tenant().instanceId, id: third }
      await writeSystem(storage(), (scope) =>
        finishOutbox(scope, [{ instanceId, id: first }, { instanceId, id: second }, elsewhere], { now }),
      )
      const statuses = await Promise.all([first, second, third].map(async (id) => (await row(storage(), id)).status))
      expect(statuses).toEqual(['sent', 'sent', 'due'])
      await writeSystem(storage(), (scope) => finishOutbox(scope, [{ instanceId, id: third }], { now }))
    })

    test("a message leased as it is put in is another process's only after that, as a second try", async () => {
      const now = nextDay()
      const message = { ...aMessage(now), leasedUntil: now + leaseMs }
      await tenant().write((scope) => enqueueMessage(scope, message))
      expect(await lease(storage(), now + leaseMs - 1)).toEqual([])
      expect(await lease(storage(), now + leaseMs)).toMatchObject([{ id: message.id, tries: 2 }])
    })

    test('keeps a message for whoever is sending it, and for nobody who lost it', async () => {
      const now = nextDay()
      const message = aMessage(now)
      const { instanceId, write } = tenant()
      await write((scope) => enqueueMessage(scope, message))
      await lease(storage(), now)
      const extend = (tries: number, until: number) =>
        writeSystem(storage(), (scope) => extendLeases(scope, [{ instanceId, id: message.id, tries }], { until }))
      await extend(1, now + 2 * leaseMs)
      expect(await lease(storage(), now + 2 * leaseMs - 1)).toEqual([])
      expect(await lease(storage(), now + 2 * leaseMs)).toMatchObject([{ id: message.id, tries: 2 }])
      await extend(1, now + 9 * leaseMs)
      expect(await lease(storage(), now + 3 * leaseMs)).toMatchObject([{ id: message.id, tries: 3 }])
      await writeSystem(storage(), (scope) => finishOutbox(scope, [{ instanceId, id: message.id }], { now }))
    })

    test('tries again when it is time', async () => {
      const now = nextDay()
      const message = aMessage(now)
      const { instanceId, write } = tenant()
      await write((scope) => enqueueMessage(scope, message))
      await lease(storage(), now)
      await writeSystem(storage(), (scope) => retryOutbox(scope, { instanceId, id: message.id }, { nextAt: now + 5000, error: '421 busy' }))
      await writeSystem(storage(), (scope) =>
        retryOutbox(scope, { instanceId: 'ins_other', id: message.id }, { nextAt: now, error: 'not theirs' }),
      )
      expect(await row(storage(), message.id)).toMatchObject({ status: 'due', sealed: 'sealed', error: '421 busy' })
      expect(await lease(storage(), now + 4999)).toEqual([])
      expect(await lease(storage(), now + 5000)).toMatchObject([{ id: message.id, tries: 2 }])
    })

    test('gives up with a reason and without the content', async () => {
      const now = nextDay()
      const message = aMessage(now)
      const { instanceId, write } = tenant()
      await write((scope) => enqueueMessage(scope, message))
      const key = { instanceId, id: message.id }
      await writeSystem(storage(), (scope) => failOutbox(scope, { ...key, instanceId: 'ins_other' }, { now, error: 'not theirs' }))
      expect(await row(storage(), message.id)).toMatchObject({ status: 'due', sealed: 'sealed' })
      await writeSystem(storage(), (scope) => failOutbox(scope, key, { now: now + 5, error: '550 no such user' }))
      const failed = { status: 'failed', sealed: null, error: '550 no such user', finishedAt: now + 5 }
      expect(await row(storage(), message.id)).toMatchObject(failed)
      await writeSystem(storage(), (scope) => finishOutbox(scope, [{ instanceId, id: message.id }], { now: now + 6 }))
      expect(await row(storage(), message.id)).toMatchObject(failed)
      expect(await lease(storage(), now + leaseMs)).toEqual([])
    })

    test('leaves what is out of date', async () => {
      const now = nextDay()
      const message = aMessage(now)
      await tenant().write((scope) => enqueueMessage(scope, message))
      expect(await lease(storage(), message.expiresAt)).toEqual([])
    })
  },
  { system: true },
)

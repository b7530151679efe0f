import { expect, test } from 'vitest'
import { newId, NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import { findOneTime, insertOneTime, revokeOneTime, takeOneTime } from './one-time.ts'
import { putOneTime } from './put-one-time.ts'

const aTicket = () => ({
  id: newId('ott'),
  purpose: 'ticket',
  hash: newId('hash'),
  payload: '{"a":1}',
  expiresAt: NOW + 1000,
  createdAt: NOW,
})

describeStorage('one-time', ({ tenant, storage, another }) => {
  test('comes back as it went in, by id and by hash', async () => {
    const { scope, write } = tenant()
    await write((inner) => insertOneTime(inner, aTicket()))
    const ticket = { ...aTicket(), userId: 'user_1' }
    await write((inner) => insertOneTime(inner, ticket))
    const stored = { ...ticket, usedAt: null, revokedAt: null }
    expect(await findOneTime(scope, { id: ticket.id })).toEqual(stored)
    expect(await findOneTime(scope, { purpose: 'ticket', hash: ticket.hash })).toEqual(stored)
    expect(await findOneTime(scope, { purpose: 'nonce', hash: ticket.hash })).toBeNull()
    expect(await findOneTime(tenant().scope, { id: ticket.id })).toBeNull()
  })

  test('is taken by exactly one of a hundred, from two processes', async () => {
    const { instanceId, scope, write } = tenant()
    const ticket = aTicket()
    await write((inner) => insertOneTime(inner, ticket))
    const processes = [storage(), await another()]
    const taken = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        processes[index % 2]!.transaction((db) => takeOneTime({ db, instanceId }, { purpose: 'ticket', hash: ticket.hash, now: NOW + 1 })),
      ),
    )
    expect(taken.filter((one) => one !== null)).toEqual([{ id: ticket.id, payload: ticket.payload, userId: null }])
    expect((await findOneTime(scope, { id: ticket.id }))?.usedAt).toBe(NOW + 1)
  }, 30_000)

  test('is not taken for another purpose, in another instance, too late, or once revoked', async () => {
    const mine = tenant()
    const ticket = aTicket()
    await mine.write((scope) => insertOneTime(scope, ticket))
    const claim = { purpose: 'ticket', hash: ticket.hash, now: NOW }
    expect(await mine.write((scope) => takeOneTime(scope, { ...claim, purpose: 'nonce' }))).toBeNull()
    expect(await mine.write((scope) => takeOneTime(scope, { ...claim, hash: 'x' }))).toBeNull()
    expect(await tenant().write((scope) => takeOneTime(scope, claim))).toBeNull()
    expect(await mine.write((scope) => takeOneTime(scope, { ...claim, now: ticket.expiresAt }))).toBeNull()
    expect(await tenant().write((scope) => revokeOneTime(scope, { id: ticket.id, now: NOW }))).toBe(false)
    expect(await mine.write((scope) => revokeOneTime(scope, { id: ticket.id, now: NOW }))).toBe(true)
    expect(await mine.write((scope) => revokeOneTime(scope, { id: ticket.id, now: NOW }))).toBe(false)
    expect(await mine.write((scope) => takeOneTime(scope, claim))).toBeNull()
  })

  test('takes the place of the one before, and of nobody else’s', async () => {
    const [mine, theirs] = [tenant(), tenant()]
    const [first, other] = [{ ...aTicket(), id: 'ott_place' }, aTicket()]
    for (const { write } of [mine, theirs]) await write((scope) => putOneTime(scope, { ...first, hash: newId('hash') }))
    await mine.write((scope) => insertOneTime(scope, other))
    await mine.write((scope) => putOneTime(scope, first))
    await mine.write((scope) => takeOneTime(scope, { purpose: 'ticket', hash: first.hash, now: NOW }))
    const next = { ...first, hash: newId('hash'), payload: '{"b":2}', userId: 'user_1', createdAt: NOW + 1, expiresAt: NOW + 2000 }
    await mine.write((scope) => putOneTime(scope, next))
    expect(await findOneTime(mine.scope, { id: first.id })).toEqual({ ...next, usedAt: null, revokedAt: null })
    expect(await findOneTime(mine.scope, { purpose: 'ticket', hash: first.hash })).toBeNull()
    expect(await findOneTime(mine.scope, { id: other.id })).not.toBeNull()
    expect((await findOneTime(theirs.scope, { id: first.id }))?.payload).toBe(first.payload)
  })

  test('cannot be revoked once taken', async () => {
    const { write } = tenant()
    const ticket = aTicket()
    await write((scope) => insertOneTime(scope, ticket))
    await write((scope) => takeOneTime(scope, { purpose: 'ticket', hash: ticket.hash, now: NOW }))
    expect(await write((scope) => revokeOneTime(scope, { id: ticket.id, now: NOW }))).toBe(false)
  })
})

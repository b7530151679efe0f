import { email } from '../../domain/testing/email.ts'
import { describe, expect, test } from 'vitest'
import { findAttempt, insertAttempt } from '../attempts/attempts.ts'
import { Orphan } from '../errors.ts'
import { anAttempt, aVerification, NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import type { Tenant } from '../testing/describe-storage.ts'
import type { Verification } from '../../domain/attempt.ts'
import type { Slot } from '../../domain/slot.ts'
import {
  burnExpiredVerification,
  consumeVerification,
  countGuess,
  expireVerification,
  putVerification,
  switchStrategy,
} from './verifications.ts'
import { tableOf } from './per-slot.ts'

/** A use whose guess was counted before. */
const counted = { guesses: 0, max: 5 } as const

const slots = ['first_factor', 'second_factor'] as const

describe.each(slots)('in the slot of the %s', (slot) => {
  async function seed({ write }: Tenant, given: Partial<Verification> = {}) {
    const verification = aVerification(given)
    const attempt = anAttempt('sign_in', { verifications: { [slot]: verification } })
    await write((scope) => insertAttempt(scope, attempt))
    return { attempt, verification, attemptId: attempt.id }
  }

  async function read({ scope }: Tenant, attemptId: string): Promise<Verification | null> {
    return (await findAttempt(scope, attemptId, 'sign_in'))?.verifications[slot] ?? null
  }

  describeStorage('verifications', ({ tenant, storage, another }) => {
    test('count a guess before handing out the secret, up to the most', async () => {
      const mine = tenant()
      const { attemptId, verification } = await seed(mine)
      const guess = (now = NOW) => mine.write((scope) => countGuess(scope, { attemptId, slot, now, max: 2 }))
      expect(await guess()).toEqual({ ...verification, guesses: 1 })
      expect((await guess())?.guesses).toBe(2)
      expect(await guess()).toBeNull()
      expect((await read(mine, attemptId))?.guesses).toBe(2)
    })

    test('hand out nothing when expired, used, or of another instance', async () => {
      const mine = tenant()
      const { attemptId, verification } = await seed(mine)
      const at = { attemptId, slot, now: verification.expiresAt, max: 5 }
      expect(await mine.write((scope) => countGuess(scope, at))).toBeNull()
      expect(await tenant().write((scope) => countGuess(scope, { ...at, now: NOW }))).toBeNull()
      await mine.write((scope) =>
        consumeVerification(scope, { ...counted, slot, id: verification.id, sends: verification.sends, now: NOW, clientId: 'client_1' }),
      )
      expect(await mine.write((scope) => countGuess(scope, { ...at, now: NOW }))).toBeNull()
      expect((await read(mine, attemptId))?.guesses).toBe(0)
    })

    test('judge no more than the most when guessed at in parallel from two processes', async () => {
      const mine = tenant()
      const { attemptId } = await seed(mine)
      const processes = [storage(), await another()]
      const guesses = Array.from({ length: 200 }, (_, index) =>
        processes[index % 2]!.transaction((db) => countGuess({ db, instanceId: mine.instanceId }, { attemptId, slot, now: NOW, max: 5 })),
      )
      const judged = (await Promise.all(guesses)).filter((verdict) => verdict !== null)
      expect(judged.map(({ guesses: count }) => count).toSorted()).toEqual([1, 2, 3, 4, 5])
      expect((await read(mine, attemptId))?.guesses).toBe(5)
    }, 30_000)

    test('are used once, and forget their secret', async () => {
      const mine = tenant()
      const { attemptId, verification } = await seed(mine)
      const use = (clientId: string, now = NOW + 1) =>
        mine.write((scope) =>
          consumeVerification(scope, { ...counted, slot, id: verification.id, sends: verification.sends, now, clientId }),
        )
      expect(
        await tenant().write((scope) =>
          consumeVerification(scope, { ...counted, slot, id: verification.id, sends: verification.sends, now: NOW, clientId: 'x' }),
        ),
      ).toBe(false)
      expect(await use('client_late', verification.expiresAt)).toBe(false)
      const winners = await Promise.all(Array.from({ length: 20 }, (_, index) => use(`client_${index}`)))
      expect(winners.filter(Boolean)).toHaveLength(1)
      expect(await read(mine, attemptId)).toEqual({
        ...verification,
        secret: null,
        consumedAt: NOW + 1,
        verifiedByClientId: `client_${winners.indexOf(true)}`,
      })
    })

    test('are counted with their use, and not used once they were guessed at too often', async () => {
      const mine = tenant()
      const { attemptId, verification } = await seed(mine)
      const { id, sends } = verification
      const use = (guesses: 0 | 1) =>
        mine.write((scope) => consumeVerification(scope, { slot, id, sends, now: NOW, clientId: 'client_1', guesses, max: 2 }))
      for (const _ of [1, 2]) await mine.write((scope) => countGuess(scope, { attemptId, slot, now: NOW, max: 2 }))
      expect(await use(1)).toBe(false)
      expect((await read(mine, attemptId))?.guesses).toBe(2)
      expect(await use(0)).toBe(true)
      expect((await read(mine, attemptId))?.guesses).toBe(2)
      const other = await seed(mine)
      const counting = { ...other.verification, slot, now: NOW, clientId: 'client_1', guesses: 1, max: 1 } as const
      expect(await mine.write((scope) => consumeVerification(scope, counting))).toBe(true)
      expect((await read(mine, other.attemptId))?.guesses).toBe(1)
    })

    test('are replaced by the next, but for the guesses', async () => {
      const mine = tenant()
      const { attemptId, verification } = await seed(mine)
      await mine.write((scope) => countGuess(scope, { attemptId, slot, now: NOW, max: 5 }))
      await mine.write((scope) =>
        consumeVerification(scope, { ...counted, slot, id: verification.id, sends: verification.sends, now: NOW, clientId: 'client_1' }),
      )
      const next = aVerification({
        strategy: 'email_link',
        target: email('other@example.com'),
        secret: 'next',
        sends: 2,
        sentAt: NOW + 2,
        expiresAt: NOW + 90_000,
        redirectUrl: 'https://example.com',
        requestedFrom: { ipAddress: null, userAgent: null },
      })
      const used = await read(mine, attemptId)
      // Whoever had read it before it was used, or another one than is there, decides nothing any more.
      for (const known of [null, verification, { ...used!, consumedAt: NOW - 1 }, { ...used!, sends: used!.sends + 1 }])
        expect(await mine.write((scope) => putVerification(scope, attemptId, slot, next, known))).toBe(false)
      expect(await read(mine, attemptId)).toEqual(used)
      expect(await mine.write((scope) => putVerification(scope, attemptId, slot, next, used))).toBe(true)
      expect(await read(mine, attemptId)).toEqual({ ...next, guesses: 1 })
      expect(
        await mine.write((scope) =>
          consumeVerification(scope, { ...counted, slot, id: verification.id, sends: verification.sends, now: NOW, clientId: 'c' }),
        ),
      ).toBe(false)
      expect(
        await mine.write((scope) =>
          consumeVerification(scope, { ...counted, slot, id: next.id, sends: next.sends, now: NOW, clientId: 'c' }),
        ),
      ).toBe(true)
    })

    test('need an attempt of the same instance', async () => {
      const mine = tenant()
      const { attemptId } = await seed(mine)
      await expect(tenant().write((scope) => putVerification(scope, attemptId, slot, aVerification()))).rejects.toBeInstanceOf(Orphan)
    })

    test('can be finished another way while unused', async () => {
      const mine = tenant()
      const { attemptId, verification } = await seed(mine, { redirectUrl: 'https://example.com/a' })
      const turn = (to: Parameters<typeof switchStrategy>[1]) => mine.write((scope) => switchStrategy(scope, to))
      expect(await turn({ slot, id: verification.id, strategy: 'email_link' })).toBe(true)
      expect(await read(mine, attemptId)).toEqual({ ...verification, strategy: 'email_link' })
      await turn({ slot, id: verification.id, strategy: 'email_code', redirectUrl: null })
      expect(await read(mine, attemptId)).toEqual({ ...verification, redirectUrl: null })
      await tenant().write((scope) => switchStrategy(scope, { slot, id: verification.id, strategy: 'email_link' }))
      await mine.write((scope) =>
        consumeVerification(scope, { ...counted, slot, id: verification.id, sends: verification.sends, now: NOW, clientId: null }),
      )
      expect(await turn({ slot, id: verification.id, strategy: 'email_link' })).toBe(false)
      expect((await read(mine, attemptId))?.strategy).toBe('email_code')
    })

    test('can be ended early, unless used or over', async () => {
      const mine = tenant()
      const { attemptId, verification } = await seed(mine)
      const expire = (now: number) => mine.write((scope) => expireVerification(scope, { attemptId, slot, now }))
      await expire(verification.expiresAt + 1)
      expect(await read(mine, attemptId)).toEqual(verification)
      await tenant().write((scope) => expireVerification(scope, { attemptId, slot, now: NOW }))
      expect(await read(mine, attemptId)).toEqual(verification)
      await expire(NOW + 1)
      expect(await read(mine, attemptId)).toEqual({ ...verification, secret: null, expiresAt: NOW + 1 })
      expect(await mine.write((scope) => countGuess(scope, { attemptId, slot, now: NOW + 1, max: 5 }))).toBeNull()
      const used = await seed(mine)
      await mine.write((scope) =>
        consumeVerification(scope, {
          ...counted,
          slot,
          id: used.verification.id,
          sends: used.verification.sends,
          now: NOW,
          clientId: null,
        }),
      )
      await mine.write((scope) => expireVerification(scope, { attemptId: used.attemptId, slot, now: NOW + 1 }))
      expect((await read(mine, used.attemptId))?.expiresAt).toBe(used.verification.expiresAt)
    })
  })
})

describeStorage('slots of one attempt', ({ tenant }) => {
  test('hold proofs that know nothing of each other', async () => {
    const { scope, write } = tenant()
    const [first, second] = [aVerification(), aVerification({ strategy: 'email_link', target: email('other@example.com') })]
    const attempt = anAttempt('sign_in', { verifications: { first_factor: first, second_factor: second } })
    await write((inner) => insertAttempt(inner, attempt))
    const read = async () => (await findAttempt(scope, attempt.id, 'sign_in'))!.verifications
    expect(await read()).toEqual({ first_factor: first, second_factor: second })
    await write((inner) => countGuess(inner, { attemptId: attempt.id, slot: 'second_factor', now: NOW, max: 5 }))
    await write((inner) => expireVerification(inner, { attemptId: attempt.id, slot: 'first_factor', now: NOW + 1 }))
    const ended = { ...first, secret: null, expiresAt: NOW + 1 }
    expect(await read()).toEqual({ first_factor: ended, second_factor: { ...second, guesses: 1 } })
    const use = { id: second.id, sends: second.sends, now: NOW, clientId: null }
    expect(await write((inner) => consumeVerification(inner, { ...counted, slot: 'first_factor', ...use }))).toBe(false)
    expect(await write((inner) => consumeVerification(inner, { ...counted, slot: 'second_factor', ...use }))).toBe(true)
    await write((inner) => burnExpiredVerification(inner, { attemptId: attempt.id, slot: 'second_factor', now: NOW + 60_000 }))
    expect(await read()).toEqual({ first_factor: ended, second_factor: { ...second, guesses: 1, secret: null, consumedAt: NOW } })
  })

  test('of a sign-up are those of its identifiers, and an account elsewhere', async () => {
    const { scope, write } = tenant()
    const verifications = { email_address: aVerification(), external_account: aVerification() }
    const attempt = anAttempt('sign_up', { verifications })
    await write((inner) => insertAttempt(inner, attempt))
    expect((await findAttempt(scope, attempt.id, 'sign_up'))!.verifications).toEqual(verifications)
  })

  test('are written and cleared up by a version that knows one slot', async () => {
    const { scope, write } = tenant()
    const attempt = anAttempt('sign_in', { verifications: { first_factor: aVerification(), second_factor: aVerification() } })
    await write((inner) => insertAttempt(inner, attempt))
    const own = (table: 'verifications' | 'attempts', column: 'attempt_id' | 'id') =>
      write(({ db, instanceId }) =>
        db.kysely
          .deleteFrom(table)
          .where('instance_id', '=', instanceId)
          .where(column as 'id', '=', attempt.id)
          .execute(),
      )
    await own('verifications', 'attempt_id')
    await own('attempts', 'id')
    const left = scope.db.kysely.selectFrom('further_verifications').select('id').where('instance_id', '=', scope.instanceId)
    expect(await left.where('attempt_id', '=', attempt.id).execute()).toEqual([])
  })
})

test('the slot every version knows is where every version looks for it', () => {
  const first: readonly Slot[] = ['first_factor', 'email_address', 'identifier']
  const further: readonly Slot[] = ['second_factor', 'external_account']
  expect(first.map(tableOf)).toEqual(first.map(() => 'verifications'))
  expect(further.map(tableOf)).toEqual(further.map(() => 'further_verifications'))
})

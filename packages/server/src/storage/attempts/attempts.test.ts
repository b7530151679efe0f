import { email } from '../../domain/testing/email.ts'
import { expect, test } from 'vitest'
import { anAttempt, aVerification, NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import { countPendingIdentifications, deletePendingIdentificationsFor, listPendingIdentifications } from './pending-identifications.ts'
import { abandonAttempt, deleteAttempt, findAttempt, insertAttempt, saveAttempt } from './attempts.ts'

const claim = (userId: string, address: string, createdAt = NOW) =>
  anAttempt('identification', { userId, createdAt, state: { identifier: email(address) } })

describeStorage('attempts', ({ tenant }) => {
  test('come back as they went in, with and without a verification', async () => {
    const { scope, write } = tenant()
    const bare = anAttempt('sign_in', { decoy: true, clientId: null })
    const verification = aVerification({ redirectUrl: 'https://example.com', verifiedByClientId: 'client_2' })
    const full = anAttempt('sign_up', { verifications: { email_address: verification } })
    await write((inner) => insertAttempt(inner, bare))
    await write((inner) => insertAttempt(inner, full))
    expect(await findAttempt(scope, bare.id, 'sign_in')).toEqual(bare)
    expect(await findAttempt(scope, full.id, 'sign_up')).toEqual(full)
  })

  test('are found only as what they are, by whom they belong to', async () => {
    const { scope, write } = tenant()
    const attempt = anAttempt('sign_in')
    await write((inner) => insertAttempt(inner, attempt))
    expect(await findAttempt(scope, attempt.id, 'sign_up')).toBeNull()
    expect(await findAttempt(tenant().scope, attempt.id, 'sign_in')).toBeNull()
  })

  test('are saved only on top of what was read', async () => {
    const { scope, write } = tenant()
    const attempt = anAttempt('sign_in')
    await write((inner) => insertAttempt(inner, attempt))
    const step = {
      ...attempt,
      userId: 'user_1',
      status: 'complete' as const,
      state: { identifier: email('a@example.com'), userId: 'user_1', firstFactor: null, createdSessionId: 'sess_1' },
      updatedAt: NOW + 1,
    }
    expect(await tenant().write((inner) => saveAttempt(inner, step))).toBe(false)
    const saved = await Promise.all(Array.from({ length: 10 }, () => write((inner) => saveAttempt(inner, step))))
    expect(saved.filter(Boolean)).toHaveLength(1)
    expect(await findAttempt(scope, attempt.id, 'sign_in')).toEqual({ ...step, version: 2 })
  })

  test('are given up as they were seen, and not once they went on', async () => {
    const { scope, write } = tenant()
    const seen = anAttempt('sign_in')
    await write((inner) => insertAttempt(inner, seen))
    const { version } = (await findAttempt(scope, seen.id, 'sign_in'))!
    await write((inner) => saveAttempt(inner, { ...seen, version }))
    const giveUp = { id: seen.id, now: NOW }
    await write((inner) => abandonAttempt(inner, { ...giveUp, version }))
    await tenant().write((inner) => abandonAttempt(inner, { ...giveUp, version: version + 1 }))
    expect((await findAttempt(scope, seen.id, 'sign_in'))!.status).toBe('open')
    await write((inner) => abandonAttempt(inner, { ...giveUp, version: version + 1 }))
    expect((await findAttempt(scope, seen.id, 'sign_in'))!.status).toBe('abandoned')
  })

  test('are deleted with their verification', async () => {
    const { scope, write } = tenant()
    const attempt = anAttempt('sign_in', { verifications: { first_factor: aVerification() } })
    await write((inner) => insertAttempt(inner, attempt))
    expect(await tenant().write((inner) => deleteAttempt(inner, attempt.id))).toBe(false)
    expect((await findAttempt(scope, attempt.id, 'sign_in'))?.verifications.first_factor).toBeDefined()
    expect(await write((inner) => deleteAttempt(inner, attempt.id))).toBe(true)
    expect(await findAttempt(scope, attempt.id, 'sign_in')).toBeNull()
  })

  test('to add an address are listed by user, oldest first, while open', async () => {
    const { scope, write } = tenant()
    const later = claim('user_1', 'later@example.com', NOW + 1)
    const earlier = { ...claim('user_1', 'earlier@example.com'), verifications: { identifier: aVerification() } }
    const done = { ...claim('user_1', 'done@example.com'), status: 'complete' as const }
    const twin = claim('user_1', 'twin@example.com')
    const others = claim('user_2', 'later@example.com')
    const signIn = anAttempt('sign_in', { userId: 'user_1' })
    await write(async (inner) => {
      for (const attempt of [later, twin, earlier, done, others, signIn]) await insertAttempt(inner, attempt)
    })
    expect(await listPendingIdentifications(scope, 'user_1')).toEqual([earlier, twin, later])
    expect(await countPendingIdentifications(scope, 'user_1')).toBe(3)
    expect(await listPendingIdentifications(tenant().scope, 'user_1')).toEqual([])
    expect(await countPendingIdentifications(tenant().scope, 'user_1')).toBe(0)
  })

  test('to add an address give way once somebody proved it', async () => {
    const { scope, write } = tenant()
    const claims = [
      claim('user_1', 'a@example.com'),
      { ...claim('user_2', 'a@example.com'), verifications: { identifier: aVerification() } },
    ]
    const kept = [claim('user_1', 'b@example.com'), { ...claim('user_3', 'a@example.com'), status: 'complete' as const }]
    await write(async (inner) => {
      for (const attempt of [...claims, ...kept]) await insertAttempt(inner, attempt)
    })
    expect(await tenant().write((inner) => deletePendingIdentificationsFor(inner, email('a@example.com')))).toBe(0)
    expect(await write((inner) => deletePendingIdentificationsFor(inner, email('a@example.com')))).toBe(2)
    for (const { id } of claims) expect(await findAttempt(scope, id, 'identification')).toBeNull()
    for (const { id } of kept) expect(await findAttempt(scope, id, 'identification')).not.toBeNull()
  })
})

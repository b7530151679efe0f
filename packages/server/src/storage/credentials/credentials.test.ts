import { expect, test } from 'vitest'
import { email } from '../../domain/testing/email.ts'
import { Duplicate, Orphan } from '../errors.ts'
import { insertIdentification } from '../identifications/identifications.ts'
import { aCredential, anIdentification, aUser, NOW } from '../testing/fixtures.ts'
import { describeStorage, type Tenant } from '../testing/describe-storage.ts'
import { findEnrolledUser } from '../users/find-enrolled-user.ts'
import { deleteUser, insertUser } from '../users/users.ts'
import { deleteCredentials, insertCredential, listCredentials, useCredential } from './credentials.ts'

async function seed({ write }: Tenant, address = 'a@example.com') {
  const user = aUser()
  await write(async (scope) => {
    await insertUser(scope, user)
    await insertIdentification(scope, anIdentification(user.id, address))
  })
  return user
}

describeStorage('credentials', ({ tenant }) => {
  test('come back as they went in, oldest first, to their user', async () => {
    const mine = tenant()
    const [user, other] = [await seed(mine), await seed(mine, 'b@example.com')]
    const full = aCredential(user.id, { handle: 'h', name: 'Key', lastUsedAt: NOW })
    const bare = aCredential(user.id, { data: null, createdAt: NOW - 1 })
    const theirs = aCredential(other.id)
    await mine.write(async (scope) => {
      for (const one of [full, bare, theirs]) await insertCredential(scope, one)
    })
    expect(await listCredentials(mine.scope, user.id)).toEqual([bare, full])
    expect(await listCredentials(tenant().scope, user.id)).toEqual([])
  })

  test('are read with their user, by whatever finds them', async () => {
    const mine = tenant()
    const user = await seed(mine)
    const keys = [
      { type: 'id', id: user.id },
      { type: 'identifier', identifier: email('a@example.com') },
    ] as const
    for (const key of keys) expect(await findEnrolledUser(mine.scope, key)).toEqual({ ...user, credentials: [] })
    const account = { strategy: 'email_link', handle: 'ada' } as const
    const byAccount = { type: 'external_account', account } as const
    expect(await findEnrolledUser(mine.scope, byAccount)).toBeNull()
    const credentials = [aCredential(user.id, { type: account.strategy, handle: account.handle }), aCredential(user.id)]
    await mine.write(async (scope) => {
      for (const one of credentials) await insertCredential(scope, one)
    })
    for (const key of [...keys, byAccount]) {
      const found = await findEnrolledUser(mine.scope, key)
      expect(found!.credentials.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(credentials)
      expect(found!.id).toBe(user.id)
      expect(await findEnrolledUser(tenant().scope, key)).toBeNull()
    }
    expect(await findEnrolledUser(mine.scope, { ...byAccount, account: { ...account, strategy: 'email_code' } })).toBeNull()
  })

  test('have a handle that is one person’s for each kind', async () => {
    const mine = tenant()
    const user = await seed(mine)
    const insert = (type: string, handle: string | null) =>
      mine.write((scope) => insertCredential(scope, aCredential(user.id, { type, handle })))
    await insert('oracle', 'ada')
    await insert('seer', 'ada')
    await insert('oracle', null)
    await insert('oracle', null)
    const again = insert('oracle', 'ada')
    await expect(again).rejects.toMatchObject({ table: 'credentials', constraint: 'credentials_type_handle_key' })
    await expect(again).rejects.toBeInstanceOf(Duplicate)
  })

  test('are used on what was seen of them, once', async () => {
    const mine = tenant()
    const user = await seed(mine)
    const credential = aCredential(user.id, { data: 'one' })
    await mine.write((scope) => insertCredential(scope, credential))
    const use = (seen: string, data: string, of = mine) =>
      of.write((scope) => useCredential(scope, { id: credential.id, seen, data, now: NOW + 1 }))
    expect(await use('one', 'two', tenant())).toBe(false)
    const winners = await Promise.all(Array.from({ length: 10 }, () => use('one', 'two')))
    expect(winners.filter(Boolean)).toHaveLength(1)
    expect(await use('two', 'two')).toBe(true)
    expect(await listCredentials(mine.scope, user.id)).toEqual([{ ...credential, data: 'two', lastUsedAt: NOW + 1 }])
  })

  test('are taken away by their user, and go with them', async () => {
    const mine = tenant()
    const [user, other] = [await seed(mine), await seed(mine, 'b@example.com')]
    const [one, two] = [aCredential(user.id), aCredential(user.id)]
    await mine.write(async (scope) => {
      for (const credential of [one, two]) await insertCredential(scope, credential)
    })
    const take = (userId: string, ids: readonly string[], of = mine) => of.write((scope) => deleteCredentials(scope, { userId, ids }))
    expect(await take(other.id, [one.id])).toBe(0)
    expect(await take(user.id, [one.id], tenant())).toBe(0)
    expect(await take(user.id, [])).toBe(0)
    expect(await take(user.id, [one.id])).toBe(1)
    expect(await listCredentials(mine.scope, user.id)).toEqual([two])
    await mine.write((scope) => deleteUser(scope, user.id))
    expect(await listCredentials(mine.scope, user.id)).toEqual([])
    await expect(mine.write((scope) => insertCredential(scope, aCredential(user.id)))).rejects.toBeInstanceOf(Orphan)
  })
})

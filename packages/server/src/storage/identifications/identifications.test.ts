import { expect, test } from 'vitest'
import { Duplicate } from '../errors.ts'
import { anIdentification, aUser, NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import type { Tenant } from '../testing/describe-storage.ts'
import { insertUser } from '../users/users.ts'
import { deleteIdentification, findIdentification, findOwner, insertIdentification, listIdentifications } from './identifications.ts'

async function seed({ write }: Tenant, value = 'a@example.com') {
  const user = aUser()
  const identification = anIdentification(user.id, value)
  await write(async (scope) => {
    await insertUser(scope, user)
    await insertIdentification(scope, identification)
  })
  return { user, identification }
}

describeStorage('identifications', ({ tenant, storage, another }) => {
  test('tell whose an address is, within an instance', async () => {
    const mine = tenant()
    const { user, identification } = await seed(mine)
    expect(await findOwner(mine.scope, 'email_address', 'a@example.com')).toEqual({
      userId: user.id,
      identificationId: identification.id,
    })
    expect(await findOwner(mine.scope, 'email_address', 'b@example.com')).toBeNull()
    expect(await findOwner(tenant().scope, 'email_address', 'a@example.com')).toBeNull()
    expect(await findIdentification(mine.scope, identification.id)).toEqual(identification)
    expect(await findIdentification(tenant().scope, identification.id)).toBeNull()
  })

  test('belong to one user per instance', async () => {
    const mine = tenant()
    const { user } = await seed(mine)
    const taken = mine.write((scope) => insertIdentification(scope, anIdentification(user.id, 'a@example.com')))
    await expect(taken).rejects.toMatchObject({ table: 'identifications', constraint: 'identifications_type_value_key' })
    await expect(taken).rejects.toBeInstanceOf(Duplicate)
    await seed(tenant())
  })

  test('go to exactly one of fifty who want the same, from two processes', async () => {
    const mine = tenant()
    const { user } = await seed(mine, 'first@example.com')
    const processes = [storage(), await another()]
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        processes[index % 2]!.transaction((db) =>
          insertIdentification({ db, instanceId: mine.instanceId }, anIdentification(user.id, 'wanted@example.com')),
        ),
      ),
    )
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(49)
    expect(refused.every(({ reason }) => reason instanceof Duplicate)).toBe(true)
    expect(await listIdentifications(mine.scope, user.id)).toHaveLength(2)
  }, 30_000)

  test('are listed oldest first', async () => {
    const mine = tenant()
    const { user, identification } = await seed(mine)
    const older = anIdentification(user.id, 'older@example.com', { createdAt: NOW - 1 })
    const twin = anIdentification(user.id, 'twin@example.com', { id: 'idn_0' })
    await mine.write((scope) => insertIdentification(scope, older))
    await mine.write((scope) => insertIdentification(scope, twin))
    expect(await listIdentifications(mine.scope, user.id)).toEqual([older, twin, identification])
    expect(await listIdentifications(tenant().scope, user.id)).toEqual([])
  })

  test('are free again once deleted', async () => {
    const mine = tenant()
    const { identification } = await seed(mine)
    expect(await tenant().write((scope) => deleteIdentification(scope, identification.id))).toBe(false)
    expect(await mine.write((scope) => deleteIdentification(scope, identification.id))).toBe(true)
    await seed(mine)
  })
})

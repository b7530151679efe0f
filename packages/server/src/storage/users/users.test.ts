import { expect, test } from 'vitest'
import { email } from '../../domain/testing/email.ts'
import { findAttempt, insertAttempt } from '../attempts/attempts.ts'
import { findClient, insertClient } from '../clients/clients.ts'
import { Duplicate } from '../errors.ts'
import { findIdentification, insertIdentification } from '../identifications/identifications.ts'
import { findOneTime, insertOneTime } from '../one-time/one-time.ts'
import { findSession, insertSession } from '../sessions/sessions.ts'
import { describeStorage, type Tenant } from '../testing/describe-storage.ts'
import { aClient, anAttempt, anIdentification, aSession, aUser, aVerification, newId, NOW } from '../testing/fixtures.ts'
import { findOwnersView, findUserView, findUserViews } from './user-views.ts'
import { deleteUser, findUser, insertUser, updateUser } from './users.ts'

/** A user with everything a user can have. */
async function seed({ write }: Tenant) {
  const user = aUser({ externalId: newId('ext') })
  const address = anIdentification(user.id, `${user.id}@example.com`)
  const pending = anAttempt('identification', { userId: user.id, verifications: { identifier: aVerification() } })
  const signIn = anAttempt('sign_in', { userId: user.id, verifications: { first_factor: aVerification(), second_factor: aVerification() } })
  const client = aClient()
  const session = aSession(client.id, user.id)
  const ticket = { id: newId('ott'), purpose: 'ticket', hash: newId('h'), payload: '', userId: user.id, expiresAt: NOW + 9, createdAt: NOW }
  await write(async (scope) => {
    await insertUser(scope, user)
    await insertIdentification(scope, address)
    await insertAttempt(scope, pending)
    await insertAttempt(scope, signIn)
    await insertClient(scope, client)
    await insertSession(scope, session)
    await insertOneTime(scope, ticket)
  })
  return { user, address, pending, signIn, client, session, ticket }
}

describeStorage('users', ({ tenant }) => {
  test('come back as they went in', async () => {
    const { scope, write } = tenant()
    const user = aUser({
      externalId: 'ext',
      firstName: 'Zoë "\\ 🙂',
      lastName: "O'Hara",
      locale: 'de-AT',
      primaries: { email_address: 'idn_1', username: 'idn_2' },
      publicMetadata: { plan: 'pro', deep: { list: [1, null, 'two'] } },
      privateMetadata: { note: 'x' },
      unsafeMetadata: { __proto__: 1, constructor: 2 },
      banned: true,
      lockedUntil: Number.MAX_SAFE_INTEGER,
      deleteSelfEnabled: false,
      lastSignInAt: NOW,
      lastActiveAt: NOW + 1,
      legalAcceptedAt: NOW + 2,
    })
    await write((inner) => insertUser(inner, user))
    expect(await findUser(scope, user.id)).toEqual(user)
    expect(await findUser(tenant().scope, user.id)).toBeNull()
  })

  test('have external ids of their own', async () => {
    const { write } = tenant()
    await write((scope) => insertUser(scope, aUser({ externalId: 'one' })))
    const other = aUser({ externalId: 'two' })
    await write((scope) => insertUser(scope, other))
    await write((scope) => insertUser(scope, aUser()))
    await write((scope) => insertUser(scope, aUser()))
    const taken = { table: 'users', constraint: 'users_external_id_key' }
    await expect(write((scope) => insertUser(scope, aUser({ externalId: 'one' })))).rejects.toMatchObject(taken)
    await expect(write((scope) => updateUser(scope, other.id, { externalId: 'one' }, NOW))).rejects.toMatchObject(taken)
    await expect(write((scope) => insertUser(scope, other))).rejects.toBeInstanceOf(Duplicate)
    await tenant().write((scope) => insertUser(scope, aUser({ externalId: 'one' })))
  })

  test('change only what a patch names, and updatedAt grows every time', async () => {
    const mine = tenant()
    const user = aUser({ firstName: 'A', lastName: 'B', publicMetadata: { kept: true } })
    await mine.write((scope) => insertUser(scope, user))
    const patch = { firstName: null, banned: true, privateMetadata: { secret: 1 }, lastSignInAt: NOW + 7 }
    expect(await tenant().write((scope) => updateUser(scope, user.id, patch, NOW))).toBeNull()
    expect(await mine.write((scope) => updateUser(scope, user.id, patch, NOW))).toEqual({ ...user, ...patch, updatedAt: NOW + 1 })
    expect((await mine.write((scope) => updateUser(scope, user.id, {}, NOW - 100)))?.updatedAt).toBe(NOW + 2)
    expect((await mine.write((scope) => updateUser(scope, user.id, { banned: false }, NOW + 100)))?.updatedAt).toBe(NOW + 100)
    expect(await findUser(mine.scope, user.id)).toEqual({ ...user, ...patch, banned: false, updatedAt: NOW + 100 })
  })

  test('are shown with their addresses and those they have not proven', async () => {
    const mine = tenant()
    const one = await seed(mine)
    const two = await seed(mine)
    const older = anIdentification(two.user.id, 'older@example.com', { createdAt: NOW - 1 })
    const earlier = anAttempt('identification', { userId: two.user.id, createdAt: NOW - 1 })
    await mine.write(async (scope) => {
      await insertIdentification(scope, older)
      await insertAttempt(scope, earlier)
      await insertAttempt(scope, anAttempt('identification', { userId: two.user.id, status: 'complete' }))
    })
    const view = ({ user, address, pending }: typeof one) =>
      user === two.user
        ? { user, identifications: [older, address], pending: [earlier, pending], enrolled: [] }
        : { user, identifications: [address], pending: [pending], enrolled: [] }
    expect(await findUserView(mine.scope, one.user.id)).toEqual(view(one))
    expect(await findUserView(tenant().scope, one.user.id)).toBeNull()
    expect(await findUserView(mine.scope, two.user.id)).toEqual(view(two))
    expect(await findUserViews(mine.scope, [one.user.id])).toEqual(new Map([[one.user.id, view(one)]]))
    expect(await findUserViews(mine.scope, [one.user.id, 'user_0', two.user.id])).toEqual(
      new Map([one, two].map((seeded) => [seeded.user.id, view(seeded)])),
    )
    expect(await findUserViews(mine.scope, ['user_0'])).toEqual(new Map())
    expect(await findUserViews(tenant().scope, [one.user.id, two.user.id])).toEqual(new Map())
    expect(await findUserViews(mine.scope, [])).toEqual(new Map())
  })

  test('are deleted with everything that is theirs, and nothing that is not', async () => {
    const mine = tenant()
    const gone = await seed(mine)
    const kept = await seed(mine)
    expect(await tenant().write((scope) => deleteUser(scope, gone.user.id))).toBe(false)
    expect(await mine.write((scope) => deleteUser(scope, gone.user.id))).toBe(true)
    expect(await mine.write((scope) => deleteUser(scope, gone.user.id))).toBe(false)
    const has = async ({ user, address, pending, signIn, session, ticket, client }: typeof gone) => [
      (await findUser(mine.scope, user.id)) !== null,
      (await findIdentification(mine.scope, address.id)) !== null,
      (await findAttempt(mine.scope, pending.id, 'identification')) !== null,
      (await findAttempt(mine.scope, signIn.id, 'sign_in')) !== null,
      (await findSession(mine.scope, session.id)) !== null,
      (await findOneTime(mine.scope, { id: ticket.id })) !== null,
      (await findClient(mine.scope, client.id)) !== null,
    ]
    expect(await has(gone)).toEqual([false, false, false, false, false, false, true])
    expect(await has(kept)).toEqual([true, true, true, true, true, true, true])
  })
})

describeStorage('a user by her address', ({ tenant }) => {
  test('is found within her instance, whole', async () => {
    const [mine, other] = [tenant(), tenant()]
    const [ada, eve] = [aUser({ firstName: 'Ada', banned: true }), aUser()]
    for (const [{ write }, user] of [
      [mine, ada],
      [other, eve],
    ] as const) {
      await write(async (scope) => {
        await insertUser(scope, user)
        await insertIdentification(scope, anIdentification(user.id, 'a@example.com'))
      })
    }
    await mine.write((scope) => insertIdentification(scope, anIdentification(ada.id, 'b@example.com', { createdAt: NOW - 1 })))
    const found = await findOwnersView(mine.scope, email('a@example.com'))
    expect(found).toEqual(await findUserView(mine.scope, ada.id))
    expect([found!.user, found!.identifications.map(({ value }) => value)]).toEqual([ada, ['b@example.com', 'a@example.com']])
    expect((await findOwnersView(other.scope, email('a@example.com')))!.user).toEqual(eve)
    expect(await findOwnersView(mine.scope, email('A@example.com'))).toBeNull()
    expect(await findOwnersView(tenant().scope, email('a@example.com'))).toBeNull()
  })
})

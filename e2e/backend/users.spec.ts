import assert from 'node:assert/strict'
import { isRefused, test } from './scene.ts'

// Users as a customer's server keeps them: made, found, changed, deleted.

test('users: created with everything, and read back the same', async ({ newAddress, users }) => {
  const address = newAddress('ada')
  const made = await users.createUser({
    emailAddress: [address],
    firstName: 'Ada',
    lastName: 'Lovelace',
    externalId: `ext-${address}`,
    publicMetadata: { plan: 'free', nested: { camelCase: 1, snake_case: 2 } },
    privateMetadata: { note: 'private' },
    unsafeMetadata: { colour: 'blue' },
    skipPasswordRequirement: true,
  })
  assert.match(made.id, /^user_\w{27}$/)
  assert.equal(made.fullName, 'Ada Lovelace')
  assert.equal(made.externalId, `ext-${address}`)
  assert.equal(made.emailAddresses.length, 1)
  assert.equal(made.primaryEmailAddress?.emailAddress, address)
  assert.match(made.primaryEmailAddressId ?? '', /^idn_\w{27}$/)
  assert.equal(made.primaryEmailAddress?.verification?.status, 'verified')
  assert.deepEqual(made.publicMetadata, { plan: 'free', nested: { camelCase: 1, snake_case: 2 } })
  assert.deepEqual(made.privateMetadata, { note: 'private' })
  assert.deepEqual(made.unsafeMetadata, { colour: 'blue' })
  assert.ok(Math.abs(made.createdAt - Date.now()) < 60_000, 'times are in milliseconds')
  assert.deepEqual(
    [made.passwordEnabled, made.totpEnabled, made.backupCodeEnabled, made.twoFactorEnabled, made.banned, made.locked],
    [false, false, false, false, false, false],
  )
  assert.deepEqual([made.phoneNumbers, made.web3Wallets, made.externalAccounts], [[], [], []])
  assert.equal(made.lastSignInAt, null)
  assert.equal(typeof made.imageUrl, 'string')
  assert.deepEqual((await users.getUser(made.id)).raw, made.raw)
})

test('users: a taken address is refused and makes nobody; an unknown id is not found', async ({ person, users }) => {
  const bea = await person('bea')
  const before = await users.getCount()
  const address = bea.primaryEmailAddress?.emailAddress ?? ''
  await isRefused(users.createUser({ emailAddress: [address.toUpperCase()] }), 422, 'form_identifier_exists')
  await isRefused(users.createUser({ emailAddress: ['not an address'] }), 422, 'form_param_format_invalid')
  assert.equal(await users.getCount(), before)
  await isRefused(users.getUser('user_000000000000000000000000000'), 404, 'resource_not_found')
})

test('users: listed by page, by order, by address, by id, by words; the count is the count of the filter', async ({ person, users }) => {
  const made = []
  for (const name of ['Quincy', 'Quinby', 'Quinta']) made.push(await person(name))
  const ids = made.map(({ id }) => id)
  const listed = async (params: Parameters<typeof users.getUserList>[0]): Promise<string[]> =>
    (await users.getUserList(params)).data.map(({ id }) => id)

  assert.deepEqual(await listed({ userId: ids, orderBy: '+created_at' }), ids)
  assert.deepEqual(await listed({ userId: ids, orderBy: '-created_at' }), ids.toReversed())
  assert.deepEqual(await listed({ userId: ids, orderBy: '+created_at', limit: 1, offset: 1 }), [ids[1]])
  const addresses = made.map(({ primaryEmailAddress }) => primaryEmailAddress?.emailAddress ?? '')
  assert.deepEqual((await listed({ emailAddress: addresses.slice(0, 2) })).toSorted(), ids.slice(0, 2).toSorted())
  assert.deepEqual((await listed({ query: 'quin' })).toSorted(), ids.toSorted())
  assert.deepEqual(await listed({ query: 'nobody is called that' }), [])

  const page = await users.getUserList({ userId: ids, limit: 1 })
  assert.deepEqual({ length: page.data.length, total: page.totalCount }, { length: 1, total: 3 })
  assert.equal(await users.getCount({ userId: ids }), 3)
  assert.equal(await users.getCount({ emailAddress: addresses.slice(0, 1) }), 1)
  assert.equal(await users.getCount({ query: 'quin' }), 3)
})

test('users: names change, the rest stays, and the time of the change moves on', async ({ person, users }) => {
  const cem = await person('cem')
  const changed = await users.updateUser(cem.id, { lastName: 'Kaya', externalId: `ext-${cem.id}` })
  assert.deepEqual([changed.firstName, changed.lastName, changed.externalId], ['cem', 'Kaya', `ext-${cem.id}`])
  assert.ok(changed.updatedAt > cem.updatedAt)
  assert.equal(changed.primaryEmailAddressId, cem.primaryEmailAddressId)
  assert.deepEqual((await users.getUser(cem.id)).raw, changed.raw)
  await isRefused(users.updateUser('user_000000000000000000000000000', { firstName: 'x' }), 404, 'resource_not_found')
})

test('users: metadata is merged deeply, null takes a key away, names of keys are left alone', async ({ person, users }) => {
  const dan = await person('dan')
  await users.updateUserMetadata(dan.id, {
    publicMetadata: { keep: 1, drop: 2, deep: { keepThis: 'a', drop_this: 'b' } },
    privateMetadata: { a: [1, 2] },
  })
  const merged = await users.updateUserMetadata(dan.id, {
    publicMetadata: { drop: null, deep: { drop_this: null, added: true } },
    unsafeMetadata: { theme: 'dark' },
  })
  assert.deepEqual(merged.publicMetadata, { keep: 1, deep: { keepThis: 'a', added: true } })
  assert.deepEqual(merged.privateMetadata, { a: [1, 2] })
  assert.deepEqual(merged.unsafeMetadata, { theme: 'dark' })
})

test('users: metadata is replaced as a whole, kind by kind', async ({ person, users }) => {
  const eli = await person('eli')
  await users.updateUserMetadata(eli.id, { publicMetadata: { old: { a: 1 } }, privateMetadata: { kept: true } })
  const replaced = await users.replaceUserMetadata(eli.id, { publicMetadata: { only: 'this' } })
  assert.deepEqual(replaced.publicMetadata, { only: 'this' })
  assert.deepEqual(replaced.privateMetadata, { kept: true })
  assert.deepEqual((await users.getUser(eli.id)).publicMetadata, { only: 'this' })
})

test('users: deleted, and gone from reading, listing and counting; the address is free again', async ({ clerk, person, users }) => {
  const eva = await person('eva')
  const address = eva.primaryEmailAddress?.emailAddress ?? ''
  const { id: sessionId } = await clerk.sessions.createSession({ userId: eva.id })
  const deleted = (await users.deleteUser(eva.id)) as unknown as { id: string; deleted: boolean }
  assert.deepEqual({ id: deleted.id, deleted: deleted.deleted }, { id: eva.id, deleted: true })
  await isRefused(users.getUser(eva.id), 404, 'resource_not_found')
  assert.equal(await users.getCount({ userId: [eva.id] }), 0)
  await assert.rejects(clerk.sessions.getToken(sessionId), 'no token for a session of somebody who is gone')
  const next = await users.createUser({ emailAddress: [address] })
  assert.notEqual(next.id, eva.id)
})

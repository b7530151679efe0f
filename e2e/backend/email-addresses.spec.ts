import assert from 'node:assert/strict'
import { isRefused, test } from './scene.ts'

// The addresses of a user, one by one.

test('email addresses: added, read, made primary, deleted', async ({ emailAddresses, newAddress, person, users }) => {
  const user = await person('hal')
  const address = newAddress('hal-second')
  const added = await emailAddresses.createEmailAddress({ userId: user.id, emailAddress: address, verified: true })
  assert.match(added.id, /^idn_\w{27}$/)
  assert.equal(added.emailAddress, address)
  assert.equal(added.verification?.status, 'verified')
  assert.deepEqual(added.linkedTo, [])
  assert.deepEqual(await emailAddresses.getEmailAddress(added.id), added)
  assert.equal((await users.getUser(user.id)).primaryEmailAddressId, user.primaryEmailAddressId)

  await emailAddresses.updateEmailAddress(added.id, { primary: true })
  assert.equal((await users.getUser(user.id)).primaryEmailAddressId, added.id)

  const first = user.primaryEmailAddressId ?? ''
  const deleted = await emailAddresses.deleteEmailAddress(first)
  assert.deepEqual({ id: deleted.id, deleted: deleted.deleted }, { id: first, deleted: true })
  await isRefused(emailAddresses.getEmailAddress(first), 404, 'resource_not_found')
  assert.deepEqual(
    (await users.getUser(user.id)).emailAddresses.map(({ id }) => id),
    [added.id],
  )
})

test('email addresses: one that somebody has is refused, for everybody', async ({ emailAddresses, person, users }) => {
  const [ida, joy] = [await person('ida'), await person('joy')]
  const taken = ida.primaryEmailAddress?.emailAddress ?? ''
  for (const userId of [ida.id, joy.id]) {
    await isRefused(emailAddresses.createEmailAddress({ userId, emailAddress: taken, verified: true }), 422, 'form_identifier_exists')
  }
  assert.equal((await users.getUser(joy.id)).emailAddresses.length, 1)
})

import { inspect } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../../../server/src/actions/instance/create-application.ts'
import { realServer } from '../testing/real-server.ts'
import { createLatchkeyClient, type LatchkeyClient } from './create-latchkey-client.ts'
import { isLatchkeyApiError, type LatchkeyApiError } from './latchkey-api-error.ts'

const server = realServer()
let app: CreatedApplication
let client: LatchkeyClient
beforeAll(async () => {
  app = await server().application()
  client = clientWith({})
})
const clientWith = (more: Partial<Parameters<typeof createLatchkeyClient>[0]>) =>
  createLatchkeyClient({ secretKey: app.secretKey!, publishableKey: app.publishableKey, fetch: server.fetch, ...more })
const thrown = (promise: Promise<unknown>): Promise<LatchkeyApiError> =>
  promise.then(
    () => Promise.reject(new Error('nothing was thrown')),
    (error: LatchkeyApiError) => error,
  )
let count = 0
const create = (more = {}) =>
  client.users.createUser({ emailAddress: [`user-${count++}@example.com`], firstName: 'Ada', lastName: 'Lovelace', ...more })

describe('users', () => {
  test('are made, read, changed and deleted', async () => {
    const metadata = { plan_name: 'gold', nested_list: [{ snake_case: 1, camelCase: null }] }
    const user = await create({ publicMetadata: metadata, privateMetadata: { x_y: 1 }, unsafeMetadata: { a_b: 2 }, externalId: 'ext_1' })
    expect(user).toMatchObject({
      firstName: 'Ada',
      lastName: 'Lovelace',
      fullName: 'Ada Lovelace',
      externalId: 'ext_1',
      banned: false,
      locked: false,
      publicMetadata: metadata,
      privateMetadata: { x_y: 1 },
      unsafeMetadata: { a_b: 2 },
      primaryEmailAddress: { emailAddress: expect.stringMatching(/^user-/), verification: { status: 'verified' } },
    })
    expect(await client.users.getUser(user.id)).toEqual(user)
    expect(await client.users.updateUser(user.id, { firstName: null })).toMatchObject({ firstName: null, fullName: 'Lovelace' })
    expect((await client.users.updateUserMetadata(user.id, { publicMetadata: { plan_name: null, more: true } })).publicMetadata).toEqual({
      nested_list: metadata.nested_list,
      more: true,
    })
    expect(await client.users.deleteUser(user.id)).toEqual({ object: 'user', id: user.id, deleted: true })
    expect((await thrown(client.users.getUser(user.id))).status).toBe(404)
  })

  test('are banned and locked and let in again', async () => {
    const { id } = await create()
    expect((await client.users.banUser(id)).banned).toBe(true)
    expect((await client.users.unbanUser(id)).banned).toBe(false)
    expect((await client.users.lockUser(id)).locked).toBe(true)
    expect((await client.users.unlockUser(id)).locked).toBe(false)
  })

  test('are listed, filtered and counted', async () => {
    const [one, two] = [await create({ firstName: 'Grace' }), await create({ firstName: 'Grace' })]
    const page = await client.users.getUserList({ userId: [one.id, two.id], orderBy: '-created_at', limit: 1 })
    expect([page.data.map(({ id }) => id), page.totalCount]).toEqual([[two.id], 2])
    expect((await client.users.getUserList({ userId: [one.id, two.id], orderBy: '-created_at', limit: 1, offset: 1 })).data[0]!.id).toBe(
      one.id,
    )
    expect(await client.users.getCount({ emailAddress: [one.primaryEmailAddress!.emailAddress] })).toBe(1)
    expect(await client.users.getCount({ userId: [one.id], banned: true })).toBe(0)
  })
})

test('addresses are given, made the primary one, and taken', async () => {
  const user = await create()
  const address = await client.emailAddresses.createEmailAddress({ userId: user.id, emailAddress: 'second@example.com', verified: true })
  expect(address).toMatchObject({ emailAddress: 'second@example.com', verification: { status: 'verified' } })
  await client.emailAddresses.updateEmailAddress(address.id, { primary: true })
  expect((await client.users.getUser(user.id)).primaryEmailAddress?.emailAddress).toBe('second@example.com')
  expect(await client.emailAddresses.getEmailAddress(address.id)).toMatchObject({ id: address.id })
  await client.users.updateUser(user.id, { primaryEmailAddressId: user.primaryEmailAddressId! })
  expect(await client.emailAddresses.deleteEmailAddress(address.id)).toMatchObject({ deleted: true })
})

test('sessions are made, found, given tokens, and revoked', async () => {
  const user = await create()
  const session = await client.sessions.createSession({ userId: user.id })
  expect(session).toMatchObject({ status: 'active', userId: user.id })
  expect((await client.sessions.getToken(session.id)).jwt).toMatch(/^ey/)
  expect(await client.sessions.getSessionList({ userId: user.id, status: 'active' })).toMatchObject({
    data: [{ id: session.id }],
    totalCount: 1,
  })
  expect((await client.sessions.getSession(session.id)).clientId).toBe(session.clientId)
  const known = await client.clients.getClient(session.clientId)
  expect([known.sessionIds, known.sessions.map(({ id }) => id)]).toEqual([[session.id], [session.id]])
  expect((await client.clients.getClientList()).totalCount).toBeGreaterThan(0)
  expect((await client.sessions.revokeSession(session.id)).status).toBe('revoked')
  expect((await thrown(client.sessions.getToken(session.id))).status).toBeGreaterThanOrEqual(400)
})

test('tokens for signing in and for test runners', async () => {
  const user = await create()
  const token = await client.signInTokens.createSignInToken({ userId: user.id, expiresInSeconds: 60 })
  expect(token).toMatchObject({ userId: user.id, status: 'pending', token: expect.any(String) })
  expect((await client.signInTokens.revokeSignInToken(token.id)).status).toBe('revoked')
  expect((await client.testingTokens.createTestingToken()).token).toEqual(expect.any(String))
})

describe('what goes wrong', () => {
  test("is told in the server's words, with what finds it in the log", async () => {
    const error = await thrown(client.users.createUser({ emailAddress: ['not an address'] }))
    expect(isLatchkeyApiError(error)).toBe(true)
    expect(error).toMatchObject({ status: 422, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(error.errors[0]).toMatchObject({ code: expect.any(String), meta: { param_name: 'email_address' } })
    expect(error.message).toBe(error.errors[0]!.longMessage)
  })

  test('is told when nobody answers, or somebody else does', async () => {
    const away = clientWith({ fetch: () => Promise.reject(new TypeError('fetch failed')) })
    expect(await thrown(away.users.getCount())).toMatchObject({ status: 0, errors: [{ code: 'server_unreachable' }] })
    const page = clientWith({ fetch: async () => new Response('<html>', { status: 502 }) })
    expect(await thrown(page.users.getCount())).toMatchObject({ status: 502, errors: [], message: 'The Latchkey server answered 502.' })
  })

  test.each(['', 'sk_test_', 'pk_test_abc', 'sk_test_abc\nx-evil: 1', ' sk_test_abc', 'sk_test_äöü'])(
    '%j is no key, and is not shown',
    (secretKey) => {
      const make = () => clientWith({ secretKey })
      expect(make).toThrow(/secret key cannot be read/)
      try {
        make()
      } catch (error) {
        if (secretKey.length > 8) expect(inspect(error)).not.toContain(secretKey)
      }
    },
  )

  test('never shows the key', async () => {
    const errors = [
      await thrown(client.users.getUser('user_none')),
      await thrown(clientWith({ secretKey: 'sk_test_wrongwrongwrong' }).users.getCount()),
    ]
    for (const thing of [client, ...errors]) {
      const shown = inspect(thing, { depth: 10, showHidden: true }) + JSON.stringify(thing)
      expect(shown).not.toContain(app.secretKey)
      expect(shown).not.toContain('wrongwrongwrong')
    }
  })

  test('an id stays in its place', async () => {
    for (const id of ['', '.', '..']) await expect(client.users.getUser(id)).rejects.toThrow(TypeError)
    expect(await thrown(client.users.getUser('../sessions'))).toMatchObject({ status: 404 })
    expect(await thrown(client.users.deleteUser('x/../../users?y='))).toMatchObject({ status: 404 })
  })

  test.each([
    { apiUrl: 'nonsense' },
    { apiUrl: 'javascript:alert(1)' },
    { apiUrl: undefined, publishableKey: 'pk_test_x' },
    { publishableKey: undefined },
  ])('a place that is none: %j', (more) => expect(() => clientWith(more)).toThrow(TypeError))
})

test('the server is found by its URL as well', async () => {
  const byUrl = clientWith({ publishableKey: undefined, apiUrl: `${app.backendApiUrl}/` })
  expect(await byUrl.users.getCount()).toBeGreaterThanOrEqual(0)
})

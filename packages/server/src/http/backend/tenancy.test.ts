import { ENDPOINTS } from '@latchkey/protocol'
import { beforeAll, expect, it } from 'vitest'
import { newAddress, type Customer } from './testing/customer.ts'
import { describeBackend } from './testing/describe-backend.ts'
import { refusal } from './testing/refusal.ts'
import { signedIn } from './testing/signed-in.ts'

const tables = ['users', 'identifications', 'clients', 'sessions', 'attempts', 'verifications', 'one_time', 'audit'] as const
const backend = ENDPOINTS.filter(({ door }) => door === 'backend')
const withId = backend.filter(({ path }) => path.includes(':'))

/** What a stranger would do to any of them. */
const changes = {
  first_name: 'Eve',
  public_metadata: { eve: 1 },
  verified: true,
  expired_token: 'a.b.c',
  refresh_token: 'x',
  request_origin: 'https://app.example.com',
}

const notFound = refusal(404, 'resource_not_found')

describeBackend('instances', ({ customer, ports }) => {
  let acme: Customer
  let stranger: Customer
  const ids: { [param: string]: string } = {}

  beforeAll(async () => {
    ;[acme, stranger] = [await customer(), await customer()]
    ids.user_id = await acme.person()
    const { sessionId } = await signedIn(acme, ids.user_id)
    ids.session_id = sessionId
    ids.client_id = (await acme.call('GET', `/sessions/${sessionId}`)).body.client_id
    ids.email_address_id = (await acme.call('POST', '/email_addresses', { user_id: ids.user_id, email_address: newAddress() })).body.id
    ids.sign_in_token_id = (await acme.call('POST', '/sign_in_tokens', { user_id: ids.user_id })).body.id
  })

  /** Every row of the instance, to be compared. */
  const everything = () => Promise.all(tables.map(rowsOf))
  const rowsOf = (table: (typeof tables)[number]) =>
    ports().storage.db.kysely.selectFrom(table).selectAll().where('instance_id', '=', acme.instanceId).orderBy('id').execute()

  it.each(withId)('know nothing of each other: $method $path', async ({ method, path }) => {
    const own = path.replace(/^\/v1/, '').replace(/:(\w+)/g, (_, param: string) => ids[param] ?? `no id of a ${param}`)
    const before = await everything()
    const body = method === 'GET' || method === 'DELETE' ? undefined : changes
    const said = await stranger.call(method, own, body)
    expect(own).not.toContain('no id')
    // A refresh is refused for the token, before anybody looks for a session.
    expect(said).toMatchObject(path.endsWith('/refresh') ? refusal(401, 'expired_session_token_invalid') : notFound)
    expect(await everything()).toEqual(before)
  })

  it.each([
    ['/sessions', {}],
    ['/sign_in_tokens', {}],
    ['/email_addresses', { email_address: 'eve@example.com', verified: true }],
  ])('know nothing of each other: an id in the body of POST %s', async (path, more) => {
    const before = await everything()
    expect(await stranger.call('POST', path, { user_id: ids.user_id, ...more })).toMatchObject(refusal(404, 'resource_not_found'))
    expect(await everything()).toEqual(before)
    expect([await stranger.rows('sessions'), await stranger.rows('one_time'), await stranger.rows('identifications')]).toEqual([0, 0, 0])
  })

  it('list their own only', async () => {
    for (const path of ['/users', '/sessions', '/clients', `/sessions?user_id=${ids.user_id}`, `/sessions?client_id=${ids.client_id}`]) {
      expect([path, (await stranger.call('GET', path)).list]).toEqual([path, []])
    }
    expect((await stranger.call('GET', '/users/count')).body.total_count).toBe(0)
  })

  it('have keys of their own', async () => {
    const kids = async ({ call }: Customer) => (await call('GET', '/jwks')).body.keys.map(({ kid }) => kid)
    expect(await kids(acme)).not.toEqual(await kids(stranger))
    expect((await acme.call('GET', '/jwks')).headers.get('cache-control')).toBe('no-store')
  })

  it.each(backend)('open to their secret key alone: $method $path', async ({ method, path }) => {
    const before = await everything()
    const own = path.replace(/^\/v1/, '').replace(/:(\w+)/g, (_, param: string) => ids[param]!)
    const wrong = ['', 'Bearer', `Bearer sk_test_${'0'.repeat(64)}`, `Basic ${acme.secretKey}`, `Bearer ${acme.secretKey}0`]
    for (const authorization of wrong) {
      const { status } = await acme.call(method, own, method === 'GET' ? undefined : {}, { authorization })
      expect([authorization.slice(0, 20), status]).toEqual([authorization.slice(0, 20), 401])
    }
    expect(await everything()).toEqual(before)
  })
})

import { expect, test } from 'vitest'
import { LIMITS } from '../packages/server/src/domain/limits.ts'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { signUp } from '../packages/server/src/http/testing/people.ts'

/*
 * What a person asked for at the same time was each decided on the account as it was before any of it: on PostgreSQL nobody held
 * its row.
 */
onBothDatabases('what people change of their own account at the same time', (server) => {
  async function signedUp(address: string) {
    const app = await server().application()
    const browser = server().browser(app)
    await signUp(server(), browser, address)
    const { json } = await browser.get('/v1/me')
    const backend = async (method: string, path: string, body?: object) => {
      const headers = { authorization: `Bearer ${app.secretKey}`, 'content-type': 'application/json' }
      const seen = await browser.send(method, `${app.backendApiUrl}${path}`, { headers, ...(body && { body: JSON.stringify(body) }) })
      return seen.json
    }
    return { browser, backend, user: json.response }
  }

  test('never takes the last address away', async () => {
    const { browser, backend, user } = await signedUp('first@example.com')
    const ids = [user.email_addresses[0].id]
    for (let nth = 0; nth < 5; nth++) {
      const more = { user_id: user.id, email_address: `more-${nth}@example.com`, verified: true }
      ids.push((await backend('POST', '/v1/email_addresses', more)).id)
    }
    const answers = await Promise.all(ids.map((id) => browser.post(`/v1/me/email_addresses/${id}?_method=DELETE`)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 400])
    const left = await backend('GET', `/v1/users/${user.id}`)
    expect([left.email_addresses.length, left.primary_email_address_id]).toEqual([1, left.email_addresses[0].id])
  })

  test('keeps every key of the metadata', async () => {
    const { browser, backend, user } = await signedUp('metadata@example.com')
    const keys = Array.from({ length: 8 }, (_, nth) => `key_${nth}`)
    await Promise.all(
      keys.map((key) => browser.post('/v1/me/metadata?_method=PATCH', { unsafe_metadata: JSON.stringify({ [key]: true }) })),
    )
    expect(Object.keys((await backend('GET', `/v1/users/${user.id}`)).unsafe_metadata).toSorted()).toEqual(keys)
  })

  test('adds no more addresses than may wait for their proof', async () => {
    const { browser } = await signedUp('waiting@example.com')
    const answers = await Promise.all(
      Array.from({ length: LIMITS.unverifiedAddressesPerUser + 6 }, (_, nth) =>
        browser.post('/v1/me/email_addresses', { email_address: `waiting-${nth}@example.com` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(LIMITS.unverifiedAddressesPerUser)
  })
})

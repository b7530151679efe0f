import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../packages/server/src/actions/instance/create-application.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { testServer, type TestServer } from '../packages/server/src/http/testing/test-server.ts'
import { databases } from '../tools/testing/databases.ts'

// Parameters that the published descriptions name were dropped without a word: a list of locked users was a list of everybody.
describe.each(databases)('what the Backend API is asked on $dialect', ({ fromTemplate }) => {
  let server: TestServer
  let app: CreatedApplication
  let drop: () => Promise<void>

  beforeEach(async () => {
    const database = await fromTemplate(migrate)
    server = await testServer(database.url)
    app = await server.application()
    drop = database.drop
  })
  afterEach(async () => {
    await server.close()
    await drop()
  })

  const call = async (method: string, path: string, fields?: object) => {
    const headers = { authorization: `Bearer ${app.secretKey}`, 'content-type': 'application/json' }
    const body = fields === undefined ? {} : { body: JSON.stringify(fields) }
    const response = await server.fetch(new Request(`${app.backendApiUrl}/v1${path}`, { method, headers, ...body }))
    return { status: response.status, json: await response.json() }
  }
  const person = async (address: string) => (await call('POST', '/users', { email_address: [address] })).json
  const told = async (address: string) => (await server.mails(address)).map(({ subject, text }) => ({ subject, text }))
  const refused = (param: string) => ({ status: 422, json: { errors: [{ code: 'form_param_unknown', meta: { param_name: param } }] } })

  test('a filter that does not exist finds nobody in place of everybody', async () => {
    await person('ada@example.com')
    for (const list of ['users', 'users/count', 'sessions', 'clients']) {
      expect(await call('GET', `/${list}?lokced=true`)).toMatchObject(refused('lokced'))
      expect((await call('GET', `/${list}?_for=debugging`)).status).toBe(200)
    }
  })

  test('what would have an effect is refused by name where it can have none', async () => {
    const { id } = await person('ada@example.com')
    expect(await call('POST', '/sessions', { user_id: id, active_organization_id: 'org_1' })).toMatchObject(
      refused('active_organization_id'),
    )
    expect(await call('POST', '/sign_in_tokens', { user_id: id, org_id: 'org_1' })).toMatchObject(refused('org_id'))
    expect(await call('PATCH', `/users/${id}`, { sign_out_of_other_sessions: true })).toMatchObject(refused('sign_out_of_other_sessions'))
    expect((await call('POST', '/sign_in_tokens', { user_id: id, org_id: null })).status).toBe(200)
  })

  const subject = 'Primary email of your Acme account changed'
  const ways = {
    'a new address': async (id: string, notify: object) =>
      call('POST', '/email_addresses', { user_id: id, email_address: 'new@example.com', verified: true, primary: true, ...notify }),
    'another of her addresses': async (id: string, notify: object) => {
      const { json } = await call('POST', '/email_addresses', { user_id: id, email_address: 'new@example.com', verified: true })
      return call('PATCH', `/email_addresses/${json.id}`, { primary: true, ...notify })
    },
    'the user': async (id: string, notify: object) => {
      const { json } = await call('POST', '/email_addresses', { user_id: id, email_address: 'new@example.com', verified: true })
      return call('PATCH', `/users/${id}`, { primary_email_address_id: json.id, ...notify })
    },
  }
  for (const [way, change] of Object.entries(ways)) {
    test(`the old primary address is told of the new one when that is asked for by way of ${way}, and only then`, async () => {
      const ada = await person('ada@example.com')
      expect((await change(ada.id, { notify_primary_email_address_changed: true })).status).toBe(200)
      const mails = await told('ada@example.com')
      expect(mails.map((mail) => mail.subject)).toEqual([subject])
      expect(mails[0]!.text).toContain('new@example.com is now the primary email of your Acme account.')
      // The device that asked is the application's server.
      expect(mails[0]!.text).not.toMatch(/Device|IP address/)
      expect(await told('new@example.com')).toEqual([])
    })
  }

  test('nobody is told of a primary address that did not change, or unasked', async () => {
    const ada = await person('ada@example.com')
    await call('PATCH', `/users/${ada.id}`, { first_name: 'Ada', notify_primary_email_address_changed: true })
    await call('PATCH', `/users/${ada.id}`, {
      primary_email_address_id: ada.primary_email_address_id,
      notify_primary_email_address_changed: true,
    })
    await ways['a new address'](ada.id, {})
    expect(await told('ada@example.com')).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAdmin } from '../packages/server/src/admin.ts'
import type { CreatedApplication } from '../packages/server/src/actions/instance/create-application.ts'
import { openMessage } from '../packages/server/src/actions/outbox/queued-message.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { signIn, signUp } from '../packages/server/src/http/testing/people.ts'
import type { Browser } from '../packages/server/src/http/testing/test-browser.ts'
import { testServer, type TestServer } from '../packages/server/src/http/testing/test-server.ts'
import { databases } from '../tools/testing/databases.ts'

const ada = 'ada@example.com'
const other = 'ada.l@example.com'

// Whoever took over an account could change its addresses or delete it, and its owner heard nothing of it.
describe.each(databases)('emails about an account on $dialect', ({ fromTemplate }) => {
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

  /** The emails without a code, as `to: subject`, in the order of their making. */
  const notices = async () => {
    const { rows } = await server.ports.storage.db.execute('select instance_id, id, sealed from outbox order by created_at, id', [], false)
    const all = (rows as { instance_id: string; id: string; sealed: string }[]).map(({ instance_id: instanceId, ...row }) =>
      openMessage(server.ports, { instanceId, ...row }),
    )
    return all.filter(({ code }) => code === null)
  }
  const told = async () => (await notices()).map(({ to, subject }) => `${to}: ${subject}`)
  const settings = async (changes: { readonly [name: string]: unknown }) => {
    await createAdmin(server.ports).changeSettings(null, { changes })
    server.context.instances.clear()
  }
  const signedUp = async (address = ada) => {
    const browser = server.browser(app)
    await signUp(server, browser, address)
    return browser
  }
  const addAddress = async (browser: Browser, address = other) => {
    const { json } = await browser.post('/v1/me/email_addresses', { email_address: address })
    const path = `/v1/me/email_addresses/${json.response.id}`
    await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
    const { code } = (await server.mails(address)).at(-1)!
    expect((await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code })).status).toBe(200)
    return json.response.id as string
  }

  test('tell of a sign-in on a new device, and of none on one that is known', async () => {
    const browser = await signedUp()
    expect(await told()).toEqual([])
    await browser.send('DELETE', '/v1/client/sessions')
    await signIn(server, browser, ada)
    expect(await told()).toEqual([])
    const elsewhere = server.browser(app)
    await signIn(server, elsewhere, ada)
    expect(await told()).toEqual([`${ada}: New sign-in to Acme`])
    const [{ text, html }] = (await notices()) as [Awaited<ReturnType<typeof notices>>[number]]
    expect(text).toContain('Device: an unknown device\nIP address: 203.0.113.9\nTime: ')
    expect(text).toContain('If this wasn’t you, sign in to Acme, open your account and sign out the devices you don’t know.')
    expect(html).not.toMatch(/<a |<img|src=/)
    // The device is known by now.
    await elsewhere.send('DELETE', '/v1/client/sessions')
    await signIn(server, elsewhere, ada)
    expect(await told()).toHaveLength(1)
  })

  test('say nothing of the first sign-in to an account that an application’s server has made', async () => {
    const headers = { authorization: `Bearer ${app.secretKey}`, 'content-type': 'application/json' }
    await server.fetch(
      new Request(`${app.backendApiUrl}/v1/users`, { method: 'POST', headers, body: JSON.stringify({ email_address: [ada] }) }),
    )
    await signIn(server, server.browser(app), ada)
    expect(await told()).toEqual([])
    await signIn(server, server.browser(app), ada)
    expect(await told()).toEqual([`${ada}: New sign-in to Acme`])
  })

  test('tell the old addresses of a new, another primary and a removed one, and the last of the end', async () => {
    const browser = await signedUp()
    const [{ id: first }] = (await browser.get('/v1/me')).json.response.email_addresses
    const second = await addAddress(browser)
    expect(await told()).toEqual([`${ada}: Email added to your Acme account`])
    expect((await notices())[0]!.text).toContain(`${other} was added to your Acme account`)
    await browser.send('PATCH', '/v1/me', {
      body: `primary_email_address_id=${second}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect((await told()).slice(1)).toEqual([`${ada}: Primary email of your Acme account changed`])
    await browser.send('PATCH', '/v1/me', { body: 'first_name=Ada', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    await browser.send('PATCH', '/v1/me', {
      body: `primary_email_address_id=${second}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(await told()).toHaveLength(2)
    expect((await browser.send('DELETE', `/v1/me/email_addresses/${first}`)).status).toBe(200)
    expect((await told()).slice(2).toSorted()).toEqual(
      [`${other}: Email removed from your Acme account`, `${ada}: Email removed from your Acme account`].toSorted(),
    )
    expect((await browser.send('DELETE', '/v1/me')).status).toBe(200)
    expect((await told()).slice(4)).toEqual([`${other}: Your Acme account was deleted`])
    const trail = await createAdmin(server.ports).readTrail(null, { limit: 100 })
    expect(trail[0]).toMatchObject({ type: 'user.deleted' })
  })

  test('are switched off one kind at a time', async () => {
    await settings({ notify: { new_device: false, address_changes: false } })
    const browser = await signedUp()
    await signIn(server, server.browser(app), ada)
    await addAddress(browser)
    expect(await told()).toEqual([])
    await settings({ notify: { new_device: true, account_deleted: false } })
    await signIn(server, server.browser(app), ada)
    expect(await told()).toHaveLength(1)
    await browser.send('DELETE', '/v1/me')
    expect(await told()).toHaveLength(1)
  })

  test('come neither to test addresses nor without end', async () => {
    const tester = 'ada+latchkey_test@example.com'
    const byCode = async (path: string, fields: Record<string, string>, suffix: string) => {
      const browser = server.browser(app)
      const { json } = await browser.post(`/v1/client/${path}`, fields)
      await browser.post(`/v1/client/${path}/${json.response.id}/prepare_${suffix}`, { strategy: 'email_code' })
      expect(
        (await browser.post(`/v1/client/${path}/${json.response.id}/attempt_${suffix}`, { strategy: 'email_code', code: '424242' })).json
          .response.status,
      ).toBe('complete')
    }
    await byCode('sign_ups', { email_address: tester }, 'verification')
    await byCode('sign_ins', { identifier: tester }, 'first_factor')
    expect(await told()).toEqual([])
    await signedUp()
    for (let times = 0; times < 25; times++) await signIn(server, server.browser(app), ada)
    expect(await told()).toHaveLength(20)
    server.ports.advance(24 * 3_600_000)
    await signIn(server, server.browser(app), ada)
    expect(await told()).toHaveLength(21)
  })

  test('are not sent for what did not happen', async () => {
    const browser = await signedUp()
    const [{ id }] = (await browser.get('/v1/me')).json.response.email_addresses
    expect((await browser.send('DELETE', `/v1/me/email_addresses/${id}`)).status).toBe(400)
    const elsewhere = server.browser(app)
    const { json } = await elsewhere.post('/v1/client/sign_ins', { identifier: ada })
    await elsewhere.post(`/v1/client/sign_ins/${json.response.id}/prepare_first_factor`, { strategy: 'email_code' })
    await elsewhere.post(`/v1/client/sign_ins/${json.response.id}/attempt_first_factor`, { strategy: 'email_code', code: 'abcdef' })
    expect(await told()).toEqual([])
  })
})

import { ENDPOINTS } from '@latchkey/protocol'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { LIMITS } from '../../domain/limits.ts'
import { REVERIFIED_FOR_MS } from '../../flows/reverification.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { lastCode, signUp } from '../testing/people.ts'
import type { Browser } from '../testing/test-browser.ts'

/** What a signed-in user may change about their account without having shown lately who they are, and why. */
const ASKS_NOTHING: { readonly [id: string]: string } = {
  'frontend/update-me': 'the action asks, where the request names how one signs in',
  'frontend/update-my-metadata': 'nobody signs in by it',
  'frontend/prepare-my-email-address': 'it goes on with an address that was added after the question',
  'frontend/attempt-my-email-address': 'it goes on with an address that was added after the question',
  'frontend/attempt-my-totp': 'it goes on with an app that was begun after the question',
}

test('every change of how one signs in asks who it is', () => {
  const changes = ENDPOINTS.filter((endpoint) => endpoint.auth === 'session' && endpoint.mutates)
  const open = changes.filter((endpoint) => !('reverified' in endpoint)).map(({ id }) => id)
  expect(open.toSorted()).toEqual(Object.keys(ASKS_NOTHING).toSorted())
})

onBothDatabases('reverification', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application({ settings: { attributes: { username: { enabled: true } } } })
  })

  let people = 0
  async function signedIn() {
    const address = `person-${++people}@example.com`
    const browser = server().browser(app)
    const { json } = await signUp(server(), browser, address)
    const id = json.response.created_session_id as string
    return { browser, address, id, path: `/v1/client/sessions/${id}/verify` }
  }
  const aged = async () => {
    const who = await signedIn()
    server().ports.advance(REVERIFIED_FOR_MS)
    return who
  }
  const errorOf = ({ status, json }: Awaited<ReturnType<Browser['get']>>) => [status, json.errors?.[0].code]
  const required = [403, 'session_reverification_required']

  test('by a code that goes to an address of theirs', async () => {
    const { browser, address, path, id } = await aged()
    expect(errorOf(await browser.post('/v1/me/email_addresses', { email_address: `new-${address}` }))).toEqual(required)
    const begun = await browser.post(path, { level: 'second_factor' })
    expect(begun.json.response).toMatchObject({
      object: 'session_reverification',
      // They have no second factor.
      level: 'first_factor',
      status: 'needs_first_factor',
      supported_first_factors: [{ strategy: 'email_code', primary: true }],
      supported_second_factors: null,
      first_factor_verification: null,
      session: { id, factor_verification_age: [10, -1] },
    })
    const [factor] = begun.json.response.supported_first_factors
    const sent = await browser.post(`${path}/prepare_first_factor`, {
      strategy: 'email_code',
      email_address_id: factor.email_address_id,
    })
    expect(sent.json.response.first_factor_verification).toMatchObject({ strategy: 'email_code', status: 'unverified' })
    const [mail] = (await server().mails(address)).slice(-1)
    expect(mail!.link).toBeNull()
    const wrong = mail!.code === '000000' ? '111111' : '000000'
    const refused = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: wrong })
    expect(errorOf(refused)).toEqual([422, 'form_code_incorrect'])
    const done = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: mail!.code })
    expect(done.json.response).toMatchObject({ status: 'complete', session: { id, factor_verification_age: [0, -1] } })
    const [, claims] = done.json.response.session.last_active_token.jwt.split('.')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString()).fva).toEqual([0, -1])
    expect((await browser.post('/v1/me/email_addresses', { email_address: `new-${address}` })).status).toBe(200)
    expect(errorOf(await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: mail!.code }))).toEqual([
      400,
      'verification_already_verified',
    ])
  })

  describe('is asked for', () => {
    test('before an address goes, a username or a primary address is chosen, a device is signed out, the account is deleted', async () => {
      const { browser, id } = await aged()
      const me = await browser.get('/v1/me')
      const addressId = me.json.response.primary_email_address_id as string
      const asked = [
        await browser.post(`/v1/me/email_addresses/${addressId}?_method=DELETE`, {}),
        await browser.post('/v1/me?_method=PATCH', { username: `ada_${people}` }),
        await browser.post('/v1/me?_method=PATCH', { primary_email_address_id: addressId }),
        await browser.post(`/v1/me/sessions/${id}/revoke`, {}),
        await browser.post('/v1/me?_method=DELETE', {}),
      ]
      expect(asked.map(errorOf)).toEqual(asked.map(() => required))
      expect((await browser.post('/v1/me?_method=PATCH', { first_name: 'Ada' })).status).toBe(200)
    })

    test('of nobody who has just signed in, and of nobody where the setting is off', async () => {
      const { browser } = await signedIn()
      expect((await browser.post('/v1/me?_method=PATCH', { username: `ada_${people}` })).status).toBe(200)
      const lax = await server().application({ settings: { reverification: false } })
      const other = server().browser(lax)
      await signUp(server(), other, 'lax@example.com')
      server().ports.advance(REVERIFIED_FOR_MS)
      expect((await other.post('/v1/me/email_addresses', { email_address: 'lax-2@example.com' })).status).toBe(200)
    })
  })

  test('a second question is the first one: the code that is under way stays good', async () => {
    const { browser, address, path } = await aged()
    await browser.post(path, { level: 'first_factor' })
    await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
    const again = await browser.post(path, { level: 'first_factor' })
    expect(again.json.response.first_factor_verification).toMatchObject({ status: 'unverified' })
    const done = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: await lastCode(server(), address) })
    expect(done.json.response.status).toBe('complete')
  })

  test('asked twice at once there is one', async () => {
    const { browser, path } = await aged()
    const both = await Promise.all([browser.post(path, { level: 'first_factor' }), browser.post(path, { level: 'first_factor' })])
    expect(both.map(({ status, json }) => [status, json.response.status])).toEqual([
      [200, 'needs_first_factor'],
      [200, 'needs_first_factor'],
    ])
  })

  test('guessed out, the code is dead, and the next question has another', async () => {
    const { browser, address, path } = await aged()
    await browser.post(path, { level: 'first_factor' })
    await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
    const code = await lastCode(server(), address)
    const wrong = code === '000000' ? '111111' : '000000'
    for (let guess = 0; guess < LIMITS.guessesPerVerification; guess++)
      await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: wrong })
    const dead = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })
    expect(errorOf(dead)).toEqual([400, 'verification_failed'])
    const anew = await browser.post(path, { level: 'first_factor' })
    expect(anew.json.response.first_factor_verification).toBeNull()
  })

  test.each([
    ['prepare_first_factor', {}, [422, 'form_param_missing']],
    ['prepare_first_factor', { strategy: 'email_link', redirect_url: 'http://localhost:3000/' }, [400, 'strategy_for_user_invalid']],
    ['prepare_first_factor', { strategy: 'ticket' }, [400, 'strategy_for_user_invalid']],
    ['prepare_first_factor', { strategy: 'email_code', email_address_id: 'idn_1' }, [404, 'resource_not_found']],
    ['attempt_first_factor', { strategy: 'email_code', code: '424242' }, [400, 'verification_missing']],
    ['attempt_first_factor', { strategy: 'ticket', ticket: 'A'.repeat(43) }, [400, 'strategy_for_user_invalid']],
    ['prepare_second_factor', { strategy: 'email_code' }, [400, 'client_state_invalid']],
    ['attempt_second_factor', { strategy: 'email_code', code: '424242' }, [400, 'client_state_invalid']],
  ])('%s with %j goes nowhere', async (step, fields, refusal) => {
    const { browser, path } = await aged()
    await browser.post(path, { level: 'first_factor' })
    const refused = await browser.post(`${path}/${step}`, fields as Record<string, string>)
    expect(errorOf(refused)).toEqual(refusal)
    expect((await browser.get('/v1/client')).json.response.sessions[0].factor_verification_age).toEqual([10, -1])
  })

  test('nobody is asked about a session of somebody else', async () => {
    const [ada, eve] = [await aged(), await aged()]
    await ada.browser.post(ada.path, { level: 'first_factor' })
    for (const step of ['', '/prepare_first_factor', '/attempt_first_factor']) {
      const refused = await eve.browser.post(`${ada.path}${step}`, { level: 'first_factor', strategy: 'email_code', code: '424242' })
      expect(errorOf(refused)).toEqual([404, 'resource_not_found'])
    }
    const unasked = await eve.browser.post(`${eve.path}/prepare_first_factor`, { strategy: 'email_code' })
    expect(errorOf(unasked)).toEqual([404, 'resource_not_found'])
    expect(errorOf(await eve.browser.post(eve.path, { level: 'everything' }))).toEqual([422, 'form_param_value_invalid'])
  })

  test('it ends with its session', async () => {
    const { browser, address, path, id } = await aged()
    await browser.post(path, { level: 'first_factor' })
    await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
    await browser.post(`/v1/client/sessions/${id}/remove`, {})
    const late = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: await lastCode(server(), address) })
    expect(late.status).toBeGreaterThanOrEqual(400)
  })
})

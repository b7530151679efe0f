import { beforeAll, describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { lastCode, signUp } from '../testing/people.ts'
import type { Browser } from '../testing/test-browser.ts'

const asked = (required: boolean) => ({ attributes: { username: { enabled: true, required } } })

onBothDatabases('usernames', (server) => {
  let app: CreatedApplication
  let strict: CreatedApplication
  let plain: CreatedApplication
  beforeAll(async () => {
    app = await server().application({ settings: asked(false) })
    strict = await server().application({ settings: asked(true) })
    plain = await server().application()
  })

  const patchMe = (browser: Browser, username: string) => browser.post('/v1/me?_method=PATCH', { username })
  const errorOf = ({ status, json }: Awaited<ReturnType<Browser['get']>>) => {
    const [{ code, meta }] = json.errors
    return [status, code, meta?.param_name]
  }
  const attempt = async (browser: Browser, path: string, address: string) =>
    browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code: await lastCode(server(), address) })

  describe('signing up', () => {
    test('with one: it is kept in one spelling, asked for no proof, and the user has it', async () => {
      const browser = server().browser(app)
      const begun = await browser.post('/v1/client/sign_ups', { email_address: 'ada@example.com', username: 'Ada_L' })
      expect(begun.json.response).toMatchObject({
        status: 'missing_requirements',
        username: 'ada_l',
        optional_fields: ['username', 'first_name', 'last_name'],
        missing_fields: [],
        unverified_fields: ['email_address'],
        verifications: { username: null },
      })
      const path = `/v1/client/sign_ups/${begun.json.response.id}`
      await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
      const { json } = await attempt(browser, path, 'ada@example.com')
      expect(json.response.status).toBe('complete')
      const [session] = json.client.sessions
      expect(session.user).toMatchObject({ username: 'ada_l', email_addresses: [{ email_address: 'ada@example.com' }] })
      expect(session.public_user_data).toMatchObject({ username: 'ada_l', identifier: 'ada@example.com' })
    })

    test('where it is required waits for it, also after the address was proven', async () => {
      const browser = server().browser(strict)
      const begun = await browser.post('/v1/client/sign_ups', { email_address: 'bea@example.com' })
      expect(begun.json.response.missing_fields).toEqual(['username'])
      const path = `/v1/client/sign_ups/${begun.json.response.id}`
      await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
      expect((await attempt(browser, path, 'bea@example.com')).json.response).toMatchObject({
        status: 'missing_requirements',
        missing_fields: ['username'],
        unverified_fields: [],
      })
      expect((await browser.post(`${path}?_method=PATCH`, { username: 'bea_b' })).json.response).toMatchObject({ status: 'complete' })
    })

    test.each([
      ['Ada_L', [422, 'form_identifier_exists', 'username']],
      ['Support', [422, 'form_identifier_exists', 'username']],
      ['abc', [422, 'form_username_invalid_length', 'username']],
      ['ada.l', [422, 'form_username_invalid_character', 'username']],
      ['\u0430da_l', [422, 'form_username_invalid_character', 'username']],
      ['12345', [422, 'form_username_needs_non_number_char', 'username']],
      ['+49 30 1234', [422, 'form_username_cannot_be_phone_number', 'username']],
    ])('as %j is refused', async (username, refusal) => {
      const browser = server().browser(app)
      expect(errorOf(await browser.post('/v1/client/sign_ups', { email_address: 'cem@example.com', username }))).toEqual(refusal)
    })

    test('where nobody asked for it is refused', async () => {
      const refused = await server().browser(plain).post('/v1/client/sign_ups', { email_address: 'cem@example.com', username: 'cem_c' })
      expect(errorOf(refused)).toEqual([422, 'form_param_unknown', 'username'])
    })

    test('reserves nothing: whoever completes first has it, and the other chooses another with the code still good', async () => {
      const [one, two] = [server().browser(app), server().browser(app)]
      const paths = []
      for (const [browser, address] of [
        [one, 'dan@example.com'],
        [two, 'dora@example.com'],
      ] as const) {
        const { json } = await browser.post('/v1/client/sign_ups', { email_address: address, username: 'dee_d' })
        paths.push(`/v1/client/sign_ups/${json.response.id}`)
        await browser.post(`${paths.at(-1)}/prepare_verification`, { strategy: 'email_code' })
      }
      expect((await attempt(two, paths[1]!, 'dora@example.com')).json.response.status).toBe('complete')
      expect(errorOf(await attempt(one, paths[0]!, 'dan@example.com'))).toEqual([422, 'form_identifier_exists', 'username'])
      await one.post(`${paths[0]}?_method=PATCH`, { username: 'dee_d2' })
      expect((await attempt(one, paths[0]!, 'dan@example.com')).json.response).toMatchObject({ status: 'complete', username: 'dee_d2' })
    })
  })

  describe('signing in', () => {
    test('by name, in any case: what proves the rest of the account is offered, masked, and lets in', async () => {
      await signUp(server(), server().browser(app), 'eve@example.com', { username: 'eve_e' })
      const browser = server().browser(app)
      const begun = await browser.post('/v1/client/sign_ins', { identifier: ' EVE_E ' })
      expect(begun.json.response).toMatchObject({
        status: 'needs_first_factor',
        identifier: 'eve_e',
        supported_identifiers: ['email_address', 'username'],
        supported_first_factors: [
          { strategy: 'email_link', safe_identifier: 'e***@e***.com' },
          { strategy: 'email_code', safe_identifier: 'e***@e***.com' },
        ],
      })
      expect(JSON.stringify(begun.json.response)).not.toContain('eve@example.com')
      const path = `/v1/client/sign_ins/${begun.json.response.id}`
      await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
      const code = await lastCode(server(), 'eve@example.com')
      const done = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })
      expect(done.json.response.status).toBe('complete')
    })

    test('wrong guesses by name and by address count together', async () => {
      await signUp(server(), server().browser(app), 'fay@example.com', { username: 'fay_f' })
      const codes = []
      for (let nth = 0; nth < 12; nth++) {
        const browser = server().browser(app)
        const begun = await browser.post('/v1/client/sign_ins', { identifier: nth % 2 === 0 ? 'fay_f' : 'fay@example.com' })
        const path = `/v1/client/sign_ins/${begun.json.response.id}`
        await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
        const code = await lastCode(server(), 'fay@example.com')
        const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
        codes.push(errorOf(await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: wrong }))[1])
      }
      expect(codes.filter((code) => code === 'form_code_incorrect').length).toBeLessThanOrEqual(10)
      expect(codes.at(-1)).toBe('user_locked')
    })

    test('by a name that nobody has is refused, and by name where names are no way in', async () => {
      const browser = server().browser(app)
      expect(errorOf(await browser.post('/v1/client/sign_ins', { identifier: 'nobody_n' }))).toEqual([
        422,
        'form_identifier_not_found',
        'identifier',
      ])
      const refused = await server().browser(plain).post('/v1/client/sign_ins', { identifier: 'eve_e' })
      expect(errorOf(refused)).toEqual([422, 'form_param_format_invalid', 'identifier'])
    })
  })

  describe('in the account', () => {
    test('it is chosen, changed and taken back, and the trail says so', async () => {
      const browser = server().browser(app)
      await signUp(server(), browser, 'gil@example.com')
      expect((await patchMe(browser, 'Gil_G')).json.response.username).toBe('gil_g')
      expect((await patchMe(browser, 'gil_g')).json.response.username).toBe('gil_g')
      expect((await patchMe(browser, 'gil_2')).json.response.username).toBe('gil_2')
      // The old one is anybody's.
      const other = server().browser(app)
      await signUp(server(), other, 'hal@example.com')
      expect((await patchMe(other, 'gil_g')).json.response.username).toBe('gil_g')
      expect(errorOf(await patchMe(other, 'GIL_2'))).toEqual([422, 'form_identifier_exists', 'username'])
      expect((await browser.get('/v1/me')).json.response).toMatchObject({ username: 'gil_2' })
      expect((await patchMe(browser, '')).json.response.username).toBeNull()
      // They are told of each change, and of nothing that was none.
      const told = (await server().mails('gil@example.com')).map(({ text }) => /as (gil_\w)\.|no longer be signed in/.exec(text)?.[0])
      expect(told.filter((line) => line !== undefined)).toEqual(['as gil_g.', 'as gil_2.', 'no longer be signed in'])
    })

    test('one that the instance insists on is not taken back, and a reserved one not chosen', async () => {
      const browser = server().browser(strict)
      await signUp(server(), browser, 'ida@example.com', { username: 'ida_i' })
      expect(errorOf(await patchMe(browser, ''))).toEqual([422, 'form_param_missing', 'username'])
      expect(errorOf(await patchMe(browser, 'admin'))).toEqual([422, 'form_identifier_exists', 'username'])
      expect((await browser.get('/v1/me')).json.response.username).toBe('ida_i')
    })

    test('the last address stays all the same: nobody comes in by a name alone', async () => {
      const browser = server().browser(app)
      const { json } = await signUp(server(), browser, 'jon@example.com', { username: 'jon_j' })
      const { id } = json.client.sessions[0].user.email_addresses[0]
      const removed = await browser.post(`/v1/me/email_addresses/${id}?_method=DELETE`)
      expect(removed.json.errors[0].code).toBe('last_required_identification_deletion_failed')
    })

    test('of ten who choose one name at the same time, one has it', async () => {
      const browsers = await Promise.all(
        Array.from({ length: 10 }, async (_, nth) => {
          const browser = server().browser(app)
          await signUp(server(), browser, `race${nth}@example.com`)
          return browser
        }),
      )
      const answers = await Promise.all(browsers.flatMap((browser) => [patchMe(browser, 'kim_k'), patchMe(browser, 'kim_k')]))
      const names = await Promise.all(browsers.map(async (browser) => (await browser.get('/v1/me')).json.response.username))
      expect(names.filter((name) => name === 'kim_k')).toHaveLength(1)
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    })
  })
})

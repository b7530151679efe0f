import { beforeAll, describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { LIMITS } from '../../domain/limits.ts'
import { REVERIFIED_FOR_MS } from '../../flows/reverification.ts'
import { hmacSha1 } from '../../platform/hash.ts'
import { fromBase32, passwordOf, STEP_MS, stepAt } from '../../strategies/totp/one-time-password.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { beginSignIn, lastCode, signIn, signUp } from '../testing/people.ts'
import type { Browser } from '../testing/test-browser.ts'

onBothDatabases('an authenticator app', (server) => {
  let app: CreatedApplication
  let plain: CreatedApplication
  beforeAll(async () => {
    app = await server().application({ settings: { secondFactor: { totp: true }, session: { single: false } } })
    plain = await server().application()
  })

  let people = 0
  const errorOf = ({ status, json }: Awaited<ReturnType<Browser['get']>>) => [status, json.errors?.[0].code]
  const shownBy = (secret: string) => passwordOf(hmacSha1, fromBase32(secret)!, stepAt(server().ports.clock.now()))
  const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  /** The next step, so that what was typed a moment ago is not in the way. */
  const wait = () => server().ports.advance(STEP_MS)

  async function signedUp(of = app) {
    const address = `app-${++people}@example.com`
    const browser = server().browser(of)
    const { json } = await signUp(server(), browser, address)
    return { browser, address, sessionId: json.response.created_session_id as string }
  }
  async function withApp() {
    const who = await signedUp()
    const { json } = await who.browser.post('/v1/me/totp')
    const secret = json.response.secret as string
    await who.browser.post('/v1/me/totp/attempt_verification', { code: shownBy(secret) })
    wait()
    return { ...who, secret }
  }
  /** A sign-in in a new browser, past its first factor. */
  async function halfway(address: string) {
    const browser = server().browser(app)
    const { json } = await signIn(server(), browser, address)
    const path = `/v1/client/sign_ins/${json.response.id as string}`
    return { browser, path, json, attempt: (code: string) => browser.post(`${path}/attempt_second_factor`, { strategy: 'totp', code }) }
  }

  describe('set up', () => {
    test('is told its key once, and stands after a code of it', async () => {
      const { browser, address } = await signedUp()
      const begun = await browser.post('/v1/me/totp')
      const { secret, uri, ...shown } = begun.json.response
      expect(shown).toMatchObject({ object: 'totp', verified: false, backup_codes: null })
      expect(secret).toMatch(/^[A-Z2-7]{32}$/)
      expect(new URL(uri).searchParams.get('secret')).toBe(secret)
      expect(decodeURIComponent(uri)).toContain(address)
      expect((await browser.get('/v1/me')).json.response).toMatchObject({ totp_enabled: false, two_factor_enabled: false })
      expect(errorOf(await browser.post('/v1/me/totp/attempt_verification', { code: other(shownBy(secret)) }))).toEqual([
        422,
        'form_code_incorrect',
      ])
      const done = await browser.post('/v1/me/totp/attempt_verification', { code: shownBy(secret) })
      expect(done.json.response).toMatchObject({ object: 'totp', verified: true, secret: null, uri: null })
      const [session] = done.json.client.sessions
      expect(session.user).toMatchObject({ totp_enabled: true, two_factor_enabled: true, mfa_enabled_at: expect.any(Number) })
      // Who has just shown the app has shown it for this session.
      expect(session.factor_verification_age).toEqual([0, 0])
      expect((await server().mails(address)).at(-1)!.subject).toMatch(/Second step added/)
      expect(errorOf(await browser.post('/v1/me/totp'))).toEqual([400, 'totp_already_enabled'])
    })

    test('there is one at a time: the key that was shown before is worth nothing', async () => {
      const { browser } = await signedUp()
      const first = (await browser.post('/v1/me/totp')).json.response.secret as string
      const second = (await browser.post('/v1/me/totp')).json.response.secret as string
      expect(errorOf(await browser.post('/v1/me/totp/attempt_verification', { code: shownBy(first) }))).toEqual([
        422,
        'form_code_incorrect',
      ])
      expect((await browser.post('/v1/me/totp/attempt_verification', { code: shownBy(second) })).status).toBe(200)
    })

    test('of ten that end it at the same time one does, and one app stands', async () => {
      const { browser } = await signedUp()
      const { secret } = (await browser.post('/v1/me/totp')).json.response
      const code = shownBy(secret)
      const all = await Promise.all(Array.from({ length: 10 }, () => browser.post('/v1/me/totp/attempt_verification', { code })))
      expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(all.filter(({ status }) => status >= 500)).toEqual([])
    })

    test('is over after a while, and is nothing that was not begun', async () => {
      const { browser } = await signedUp()
      expect(errorOf(await browser.post('/v1/me/totp/attempt_verification', { code: '123456' }))).toEqual([400, 'verification_missing'])
      const { secret } = (await browser.post('/v1/me/totp')).json.response
      server().ports.advance(LIMITS.enrolmentMs)
      expect(errorOf(await browser.post('/v1/me/totp/attempt_verification', { code: shownBy(secret) }))).toEqual([
        400,
        'verification_expired',
      ])
    })

    test('is refused where nobody offers it, and to whoever has not shown lately who they are', async () => {
      const { browser } = await signedUp(plain)
      expect(errorOf(await browser.post('/v1/me/totp'))).toEqual([400, 'second_factor_disabled'])
      const aged = await signedUp()
      server().ports.advance(REVERIFIED_FOR_MS)
      expect(errorOf(await aged.browser.post('/v1/me/totp'))).toEqual([403, 'session_reverification_required'])
    })
  })

  describe('at a sign-in', () => {
    test('is asked for after the code of an email, and no session is there before it', async () => {
      const { address, secret } = await withApp()
      const { json, attempt } = await halfway(address)
      expect(json.response).toMatchObject({
        status: 'needs_second_factor',
        created_session_id: null,
        supported_second_factors: [{ strategy: 'totp' }],
      })
      expect(json.client.sessions).toEqual([])
      const done = await attempt(shownBy(secret))
      expect(done.json.response).toMatchObject({ status: 'complete', second_factor_verification: { strategy: 'totp', status: 'verified' } })
      expect(done.json.client.sessions[0].factor_verification_age).toEqual([0, 0])
    })

    test('a code is taken once, by whoever is first, and not a second time in its half minute', async () => {
      const { address, secret } = await withApp()
      const [ada, eve] = [await halfway(address), await halfway(address)]
      const code = shownBy(secret)
      const both = await Promise.all([ada.attempt(code), eve.attempt(code)])
      expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
      const again = await halfway(address)
      expect(errorOf(await again.attempt(code))).toEqual([422, 'form_code_incorrect'])
      wait()
      expect((await again.attempt(shownBy(secret))).status).toBe(200)
    })

    test('wrong codes are counted like any others, and lock whoever guesses', async () => {
      const { address, secret } = await withApp()
      const first = await halfway(address)
      for (let guess = 0; guess < LIMITS.guessesPerVerification; guess++) await first.attempt(other(shownBy(secret)))
      expect(errorOf(await first.attempt(shownBy(secret)))).toEqual([400, 'verification_failed'])
      const second = await halfway(address)
      for (let guess = 0; guess < LIMITS.guessesPerVerification; guess++) await second.attempt(other(shownBy(secret)))
      const third = server().browser(app)
      const begun = await beginSignIn(third, address)
      const path = `/v1/client/sign_ins/${begun.json.response.id as string}/attempt_first_factor`
      const locked = await third.post(path, { strategy: 'email_code', code: await lastCode(server(), address) })
      expect(errorOf(locked)).toEqual([403, 'user_locked'])
    })

    test('is no longer asked for once it was removed, by whoever has just set it up', async () => {
      const { browser, address } = await withApp()
      const removed = await browser.post('/v1/me/totp?_method=DELETE')
      expect(removed.json.response).toMatchObject({ object: 'totp', deleted: true })
      expect((await server().mails(address)).at(-1)!.subject).toMatch(/no second step any more/)
      expect((await halfway(address)).json.response.status).toBe('complete')
      expect(errorOf(await browser.post('/v1/me/totp?_method=DELETE'))).toEqual([404, 'resource_not_found'])
    })
  })

  describe('asked once more', () => {
    test('whoever has an app is asked for it, and for nothing less', async () => {
      const { browser, address, secret, sessionId } = await withApp()
      server().ports.advance(REVERIFIED_FOR_MS)
      expect(errorOf(await browser.post('/v1/me/totp?_method=DELETE'))).toEqual([403, 'session_reverification_required'])
      const path = `/v1/client/sessions/${sessionId}/verify`
      // The code of an email shows the first factor, which is not enough.
      await browser.post(path, { level: 'first_factor' })
      await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
      await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: await lastCode(server(), address) })
      expect(errorOf(await browser.post('/v1/me/totp?_method=DELETE'))).toEqual([403, 'session_reverification_required'])
      const begun = await browser.post(path, { level: 'second_factor' })
      expect(begun.json.response).toMatchObject({
        level: 'second_factor',
        status: 'needs_second_factor',
        supported_first_factors: null,
        supported_second_factors: [{ strategy: 'totp' }],
      })
      const done = await browser.post(`${path}/attempt_second_factor`, { strategy: 'totp', code: shownBy(secret) })
      expect(done.json.response).toMatchObject({ status: 'complete', session: { factor_verification_age: [0, 0] } })
      expect((await browser.post('/v1/me/totp?_method=DELETE')).status).toBe(200)
    })

    test('for both factors, one after the other', async () => {
      const { browser, address, secret, sessionId } = await withApp()
      server().ports.advance(REVERIFIED_FOR_MS)
      const path = `/v1/client/sessions/${sessionId}/verify`
      expect((await browser.post(path, { level: 'multi_factor' })).json.response.status).toBe('needs_first_factor')
      const early = await browser.post(`${path}/attempt_second_factor`, { strategy: 'totp', code: shownBy(secret) })
      expect(errorOf(early)).toEqual([400, 'client_state_invalid'])
      await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
      const half = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: await lastCode(server(), address) })
      expect(half.json.response).toMatchObject({ status: 'needs_second_factor', session: { factor_verification_age: [10, 10] } })
      const done = await browser.post(`${path}/attempt_second_factor`, { strategy: 'totp', code: shownBy(secret) })
      expect(done.json.response).toMatchObject({ status: 'complete', session: { factor_verification_age: [0, 0] } })
    })
  })
})

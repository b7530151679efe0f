import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { LIMITS } from '../../domain/limits.ts'
import { hmacSha1 } from '../../platform/hash.ts'
import { fromBase32, passwordOf, STEP_MS, stepAt } from '../../strategies/totp/one-time-password.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { signIn, signUp } from '../testing/people.ts'
import type { Browser } from '../testing/test-browser.ts'

onBothDatabases('backup codes', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application({ settings: { secondFactor: { totp: true, backup_code: true } } })
  })

  let people = 0
  const errorOf = ({ status, json }: Awaited<ReturnType<Browser['get']>>) => [status, json.errors?.[0].code]
  const shownBy = (secret: string) => passwordOf(hmacSha1, fromBase32(secret)!, stepAt(server().ports.clock.now()))

  async function withCodes() {
    const address = `codes-${++people}@example.com`
    const browser = server().browser(app)
    await signUp(server(), browser, address)
    const { secret } = (await browser.post('/v1/me/totp')).json.response
    const done = await browser.post('/v1/me/totp/attempt_verification', { code: shownBy(secret) })
    server().ports.advance(STEP_MS)
    return { browser, address, secret: secret as string, codes: done.json.response.backup_codes as string[] }
  }
  async function halfway(address: string) {
    const browser = server().browser(app)
    const { json } = await signIn(server(), browser, address)
    const path = `/v1/client/sign_ins/${json.response.id as string}/attempt_second_factor`
    const attempt = (strategy: 'totp' | 'backup_code', code: string) => browser.post(path, { strategy, code })
    return { attempt, offered: json.response.supported_second_factors as { strategy: string }[] }
  }

  test('come with the first second factor, and stand in for it, each once', async () => {
    const { browser, address, codes } = await withCodes()
    expect(codes).toHaveLength(10)
    expect((await browser.get('/v1/me')).json.response).toMatchObject({ totp_enabled: true, backup_code_enabled: true })
    const first = await halfway(address)
    expect(first.offered.map(({ strategy }) => strategy)).toEqual(['totp', 'backup_code'])
    const done = await first.attempt('backup_code', codes[0]!.toUpperCase().replace('-', ' '))
    expect(done.json.response.status).toBe('complete')
    const second = await halfway(address)
    expect(errorOf(await second.attempt('backup_code', codes[0]!))).toEqual([422, 'form_code_incorrect'])
    expect((await second.attempt('backup_code', codes[1]!)).json.response.status).toBe('complete')
  })

  test('of ten browsers with one code at once, one is signed in', async () => {
    const { address, codes } = await withCodes()
    const all = []
    for (let nth = 0; nth < 10; nth++) {
      all.push(await halfway(address))
      server().ports.advance(31_000)
    }
    const answers = await Promise.all(all.map(({ attempt }) => attempt('backup_code', codes[0]!)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  })

  test('are good still for whoever has guessed out the app', async () => {
    const { address, secret, codes } = await withCodes()
    const [one, two, three] = [await halfway(address), await halfway(address), await halfway(address)]
    const wrong = () => String((Number(shownBy(secret)) + 1) % 1_000_000).padStart(6, '0')
    for (const { attempt } of [one, two]) {
      for (let guess = 0; guess < LIMITS.guessesPerVerification; guess++) await attempt('totp', wrong())
    }
    expect(errorOf(await one.attempt('totp', shownBy(secret)))).toEqual([400, 'verification_failed'])
    expect(errorOf(await three.attempt('totp', shownBy(secret)))).toEqual([403, 'user_locked'])
    const done = await one.attempt('backup_code', codes[0]!)
    expect([done.json.errors, done.json.response?.status]).toEqual([undefined, 'complete'])
  })

  test('can be guessed no more often than anything else', async () => {
    const { address } = await withCodes()
    const heard: unknown[] = []
    for (let nth = 0; nth < 3; nth++) {
      const { attempt } = await halfway(address)
      for (let guess = 0; guess < LIMITS.guessesPerVerification; guess++)
        heard.push(errorOf(await attempt('backup_code', '22222-22222'))[1])
      server().ports.advance(31_000)
    }
    expect(heard.filter((code) => code === 'form_code_incorrect')).toHaveLength(LIMITS.guessesPerTarget.max)
    expect(heard.at(-1)).toBe('user_locked')
  })

  test('are free again once their user was unlocked', async () => {
    const { browser, address, codes } = await withCodes()
    const all = [await halfway(address), await halfway(address)]
    for (const { attempt } of all)
      for (let guess = 0; guess < LIMITS.guessesPerVerification; guess++) await attempt('backup_code', '22222-22222')
    const { attempt } = await halfway(address)
    expect(errorOf(await attempt('backup_code', codes[0]!))).toEqual([403, 'user_locked'])
    const { id } = (await browser.get('/v1/me')).json.response
    const headers = { authorization: `Bearer ${app.secretKey}` }
    const unlocked = await server().fetch(new Request(`${app.backendApiUrl}/v1/users/${id}/unlock`, { method: 'POST', headers }))
    expect(unlocked.status).toBe(200)
    expect((await attempt('backup_code', codes[0]!)).json.response.status).toBe('complete')
  })

  test('are made anew, which ends those before; and go with the app', async () => {
    const { browser, address, codes } = await withCodes()
    const anew = await browser.post('/v1/me/backup_codes')
    expect(anew.json.response).toMatchObject({ object: 'backup_code', codes: expect.any(Array) })
    const fresh = anew.json.response.codes as string[]
    expect((await server().mails(address)).at(-1)!.subject).toMatch(/^New backup codes for/)
    const { attempt } = await halfway(address)
    expect(errorOf(await attempt('backup_code', codes[0]!))).toEqual([422, 'form_code_incorrect'])
    expect((await attempt('backup_code', fresh[0]!)).json.response.status).toBe('complete')
    await browser.post('/v1/me/totp?_method=DELETE')
    expect((await browser.get('/v1/me')).json.response).toMatchObject({ two_factor_enabled: false, backup_code_enabled: false })
    expect(errorOf(await browser.post('/v1/me/backup_codes'))).toEqual([400, 'backup_codes_not_available'])
  })
})

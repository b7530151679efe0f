import { describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../actions/instance/create-application.ts'
import { createSignInToken } from '../actions/backend/tokens.ts'
import { sealedData } from '../actions/credentials/credential-data.ts'
import { newId } from '../actions/new-id.ts'
import { findOwner, insertCredential } from '../storage/index.ts'
import { onBothDatabases } from './testing/on-both-databases.ts'
import type { Browser } from './testing/test-browser.ts'
import type { TestServer } from './testing/test-server.ts'

let people = 0
const person = () => ({ address: `ada${++people}@example.com`, badge: `B-${String(1000 + people)}`, account: `ada-${people}` })
type Person = ReturnType<typeof person>

onBothDatabases('what was added', (server) => {
  const mailTo = async (to: string) => (await server().mails(to)).at(-1)!.code
  const open = async () => {
    const app = await server().application({ name: `Shop ${people}` })
    return { app, browser: server().browser(app) }
  }

  /** Signs up with a badge beside an address: both codes are under way at once. */
  async function byBadge(browser: Browser, { address, badge }: Person): Promise<void> {
    const begun = await browser.post('/v1/client/sign_ups', { email_address: address, badge_number: badge.toLowerCase() })
    expect(begun.json.response.unverified_fields).toEqual(['email_address', 'badge_number'])
    const path = `/v1/client/sign_ups/${begun.json.response.id}`
    for (const strategy of ['email_code', 'badge_code']) await browser.post(`${path}/prepare_verification`, { strategy })
    const { json } = await browser.post(`${path}/attempt_verification`, { strategy: 'badge_code', code: await mailTo(badge) })
    expect(json.response.verifications).toMatchObject({
      badge_number: { status: 'verified', next_action: '' },
      email_address: { status: 'unverified', next_action: 'needs_attempt' },
    })
    const done = await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code: await mailTo(address) })
    expect(done.json.response.status).toBe('complete')
  }

  const word = (verification: { external_verification_redirect_url: string }, { account, address }: Person) =>
    `${new URL(verification.external_verification_redirect_url).searchParams.get('state')}|${account}|${address}`

  /** Signs up by the word of an oracle. */
  async function byOracle(browser: Browser, who: Person): Promise<void> {
    const begun = await browser.post('/v1/client/sign_ups', { strategy: 'oracle', redirect_url: 'http://localhost:3000/back', hint: 'ada' })
    const { id, verifications } = begun.json.response
    expect(verifications.external_account).toMatchObject({ status: 'unverified', strategy: 'oracle', object: 'verification_oauth' })
    expect(verifications.external_account.external_verification_redirect_url).toContain('hint=ada')
    const path = `/v1/client/sign_ups/${id}/attempt_verification`
    const wrong = await browser.post(path, { strategy: 'oracle', word: 'nobody|knows|this' })
    expect(wrong.json.errors[0].code).toBe('form_code_incorrect')
    const done = await browser.post(path, { strategy: 'oracle', word: word(verifications.external_account, who) })
    expect(done.json.response).toMatchObject({ status: 'complete', email_address: who.address })
  }

  async function signOut(browser: Browser): Promise<void> {
    await browser.send('DELETE', '/v1/client/sessions')
  }

  const ways = {
    async email_code(browser, { address }) {
      const begun = await browser.post('/v1/client/sign_ins', { identifier: address, strategy: 'email_code' })
      const path = `/v1/client/sign_ins/${begun.json.response.id}/attempt_first_factor`
      return browser.post(path, { strategy: 'email_code', code: await mailTo(address) })
    },
    async badge_code(browser, { badge }) {
      const begun = await browser.post('/v1/client/sign_ins', { identifier: badge })
      const { id, supported_identifiers: identifiers, supported_first_factors: factors } = begun.json.response
      expect(identifiers).toEqual(['email_address', 'badge_number'])
      const factor = factors.find(({ strategy }: { strategy: string }) => strategy === 'badge_code')
      expect(factor).toEqual({ strategy: 'badge_code', badge_number_id: expect.any(String), safe_identifier: badge, primary: true })
      const path = `/v1/client/sign_ins/${id}`
      const { badge_number_id } = factor
      await browser.post(`${path}/prepare_first_factor`, { strategy: 'badge_code', badge_number_id })
      return browser.post(`${path}/attempt_first_factor`, { strategy: 'badge_code', code: await mailTo(badge) })
    },
    async oracle(browser, who) {
      const begun = await browser.post('/v1/client/sign_ins', { strategy: 'oracle', redirect_url: 'http://localhost:3000/back' })
      const { id, first_factor_verification: verification } = begun.json.response
      return browser.post(`/v1/client/sign_ins/${id}/attempt_first_factor`, { strategy: 'oracle', word: word(verification, who) })
    },
    async ticket(browser, _who, ticket) {
      return browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: await ticket() })
    },
  } satisfies { [Strategy in string]: (browser: Browser, who: Person, ticket: () => Promise<string>) => ReturnType<Browser['post']> }

  const callOf = async (app: CreatedApplication) => {
    const instance = (await server().context.instances.find({ slug: app.slug }))!
    const scope = { db: server().ports.storage.db, instanceId: instance.id }
    const caller = { ipAddress: null, userAgent: null, origin: null }
    return { instance, scope, keyId: 'sk_1', caller, base: app.frontendApiUrl }
  }

  async function enrol(at: TestServer, app: CreatedApplication, { address }: Person): Promise<string> {
    const { ports } = at
    const { scope, instance } = await callOf(app)
    const userId = (await findOwner(scope, 'email_address', address))!.userId
    const enrolment = ports.strategies.riddle.enrolment!
    const { secret } = await enrolment.begin({ userId, label: 'Ada' })
    const made = await enrolment.finish({ userId, label: 'Ada' }, secret, enrolment.parse({ answer: 'echo' }))
    if (!made.ok) throw new Error(made.code)
    const id = newId(ports, 'credential')
    const data = sealedData(ports, instance.id, { id, data: made.data })
    const row = { id, userId, type: 'riddle', data, handle: made.handle, name: made.name, createdAt: 1, lastUsedAt: null }
    await ports.storage.transaction((db) => insertCredential({ ...scope, db }, row))
    return userId
  }

  describe.each([
    ['a badge', byBadge, ['email_code', 'badge_code', 'ticket']],
    ['an oracle', byOracle, ['email_code', 'oracle', 'ticket']],
  ] as const)('whoever signs up by %s', (_, signUp, strategies) => {
    test.each(strategies)('signs in by %s, and is asked the riddle once there is one', async (strategy) => {
      const { app, browser } = await open()
      const who = person()
      await signUp(browser, who)
      await signOut(browser)
      const ticket = async () => {
        const call = await callOf(app)
        const userId = (await findOwner(call.scope, 'email_address', who.address))!.userId
        return (await createSignInToken(server().ports, call, { user_id: userId })).token
      }
      const before = await ways[strategy](browser, who, ticket)
      expect(before.json.response).toMatchObject({ status: 'complete', supported_second_factors: null })
      await signOut(browser)

      const userId = await enrol(server(), app, who)
      server().ports.advance(31_000)
      const halfway = await ways[strategy](browser, who, ticket)
      const { id, ...shown } = halfway.json.response
      expect(shown).toMatchObject({
        status: 'needs_second_factor',
        created_session_id: null,
        supported_second_factors: [{ strategy: 'riddle' }],
        second_factor_verification: null,
      })
      expect(halfway.json.client.sessions).toEqual([])
      const path = `/v1/client/sign_ins/${id}`
      const asked = await browser.post(`${path}/prepare_second_factor`, { strategy: 'riddle' })
      expect(asked.json.response.second_factor_verification).toMatchObject({ status: 'unverified', nonce: 'Who calls Ada?' })
      const wrong = await browser.post(`${path}/attempt_second_factor`, { strategy: 'riddle', answer: 'wind' })
      expect(wrong.json.errors[0].code).toBe('form_code_incorrect')
      const done = await browser.post(`${path}/attempt_second_factor`, { strategy: 'riddle', answer: 'echo' })
      expect(done.json.response).toMatchObject({ status: 'complete', second_factor_verification: { status: 'verified', attempts: 2 } })
      const [session] = done.json.client.sessions
      expect([session.user.id, session.factor_verification_age]).toEqual([userId, [0, 0]])
    })
  })
})

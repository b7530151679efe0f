import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isLatchkeyError, type LatchkeyError } from './errors.ts'
import { WAYS } from './testing/browser-fetches.ts'
import { signIn, signUp } from './testing/people.ts'
import { openTestWorld, type TestWorld } from './testing/test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
})
afterAll(() => world.close())

/** The error of a promise that should fail. */
async function refusal(of: Promise<unknown>): Promise<LatchkeyError> {
  const error = await of.then(
    () => 'nothing was refused',
    (reason: unknown) => reason,
  )
  if (!isLatchkeyError(error)) throw error
  return error
}

let people = 0
const somebody = () => `somebody-${++people}@example.com`
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe.each(WAYS)('%s', (way) => {
  test('a browser seen for the first time', async () => {
    const { latchkey, browser } = world.page(way)
    expect(latchkey.getSnapshot()).toMatchObject({ phase: 'unknown', session: null, signIn: { id: undefined, status: null } })
    const loading = latchkey.load()
    expect(latchkey.getSnapshot().phase).toBe('loading')
    await Promise.all([loading, latchkey.load()])
    expect(latchkey.getSnapshot()).toMatchObject({ phase: 'ready', clientId: null, sessions: [], user: null })
    await latchkey.load()
    expect(browser.sent).toEqual(['GET /v1/client'])
  })

  test('signing up by code, names and metadata untouched', async () => {
    const address = somebody()
    const { latchkey, browser, went } = world.page(way)
    const { signUp: attempt } = latchkey.getSnapshot()
    const unsafeMetadata = { camelCase: { snake_case: [1, null] }, 'a b': 'é&=+' }
    const begun = await attempt.create({ emailAddress: address, firstName: 'Ada', lastName: '', unsafeMetadata })
    expect(begun).toMatchObject({ status: 'missing_requirements', firstName: 'Ada', lastName: null, unverifiedFields: ['email_address'] })
    expect(begun.verifications.emailAddress).toMatchObject({ nextAction: 'needs_prepare', status: null, strategy: null })
    expect(latchkey.getSnapshot().signUp).toBe(begun)
    const prepared = await attempt.prepareEmailAddressVerification()
    expect(prepared.verifications.emailAddress).toMatchObject({ nextAction: 'needs_attempt', strategy: 'email_code', status: 'unverified' })
    const code = await world.code(address)
    const wrong = await refusal(attempt.attemptEmailAddressVerification({ code: other(code) }))
    expect(wrong.errors[0]).toMatchObject({ code: 'form_code_incorrect', paramName: 'code' })
    expect(wrong).toMatchObject({ status: 422, traceId: expect.stringMatching(/^\w{32}$/), message: wrong.errors[0]!.longMessage })
    const done = await attempt.attemptEmailAddressVerification({ code })
    expect(done).toMatchObject({ status: 'complete', createdSessionId: expect.stringMatching(/^sess_/), id: begun.id })
    const { session, user } = latchkey.getSnapshot()
    expect([session?.id, user?.id]).toEqual([done.createdSessionId, done.createdUserId])
    expect(user?.unsafeMetadata).toEqual(unsafeMetadata)
    expect(user).toMatchObject({ firstName: 'Ada', fullName: 'Ada', primaryEmailAddress: { emailAddress: address } })
    await latchkey.setActive({ session: done.createdSessionId, redirectUrl: '/main' })
    expect(went).toEqual(['/main'])
    expect(browser.sent.map((one) => one.replace(begun.id!, ':id'))).toEqual([
      'POST /v1/client/sign_ups',
      'POST /v1/client/sign_ups/:id/prepare_verification',
      'POST /v1/client/sign_ups/:id/attempt_verification',
      'POST /v1/client/sign_ups/:id/attempt_verification',
    ])
  })

  test('signing in by code: an unknown address, a wrong code, the right one, and a page loaded in between', async () => {
    const address = somebody()
    await signUp(world, world.page(way).latchkey, address, 'Ben')
    const { latchkey, browser } = world.page(way)
    const { signIn: attempt } = latchkey.getSnapshot()
    expect((await refusal(attempt.create({ identifier: 'nobody@example.com' }))).errors[0]).toMatchObject({
      code: 'form_identifier_not_found',
      paramName: 'identifier',
    })
    const begun = await attempt.create({ identifier: address })
    expect(begun).toMatchObject({ status: 'needs_first_factor', userData: { firstName: 'Ben' }, identifier: address })
    const factor = begun.supportedFirstFactors.find((one) => one.strategy === 'email_code')!
    expect(factor.emailAddressId).toMatch(/^idn_/)
    await attempt.prepareFirstFactor({ strategy: factor.strategy, emailAddressId: factor.emailAddressId! })
    const code = await world.code(address)
    expect((await refusal(attempt.attemptFirstFactor({ strategy: 'email_code', code: other(code) }))).errors[0]?.code).toBe(
      'form_code_incorrect',
    )
    const later = world.page(way, { browser }).latchkey
    await later.load()
    expect(later.getSnapshot().signIn).toMatchObject({ id: begun.id, firstFactorVerification: { status: 'unverified', attempts: 1 } })
    const done = await later.getSnapshot().signIn.attemptFirstFactor({ strategy: 'email_code', code })
    expect([done.status, later.getSnapshot().session?.id]).toEqual(['complete', done.createdSessionId])
  })

  test('signing in by link: opened in the same browser, seen by the page that waits', async () => {
    const address = somebody()
    await signUp(world, world.page(way).latchkey, address)
    const { latchkey, browser } = world.page(way)
    const { signIn: attempt } = latchkey.getSnapshot()
    await attempt.create({ identifier: address, strategy: 'email_link', redirectUrl: 'http://localhost:3000/sign-in/verify' })
    expect(await attempt.reload()).toMatchObject({ firstFactorVerification: { status: 'unverified', strategy: 'email_link' } })
    const link = await world.link(address)
    const opened = await browser.fetch(link.replace('http://localhost:3000', ''), {
      method: 'GET',
      credentials: 'include',
      redirect: 'manual',
    })
    const target = new URL(opened.headers.get('location')!)
    const prefix = way === 'straight' ? '__clerk' : '__latchkey'
    expect([opened.status, target.pathname, target.searchParams.get(`${prefix}_status`)]).toEqual([303, '/sign-in/verify', 'verified'])
    const seen = await attempt.reload()
    expect(seen).toMatchObject({ status: 'complete', createdSessionId: target.searchParams.get(`${prefix}_created_session`) })
    expect(seen.firstFactorVerification.verifiedAtClient).toBe(latchkey.getSnapshot().clientId)
    expect(latchkey.getSnapshot().session?.id).toBe(seen.createdSessionId)
  })

  test('whoever is signed in already and begins once more is told so, and known from then on', async () => {
    const address = somebody()
    const { latchkey, browser } = world.page(way)
    await signUp(world, latchkey, address)
    const fresh = world.page(way, { browser }).latchkey
    const error = await refusal(fresh.getSnapshot().signIn.create({ identifier: address }))
    expect([error.status, error.errors[0]?.code]).toEqual([400, 'session_exists'])
    expect(fresh.getSnapshot()).toMatchObject({ phase: 'ready', session: { id: latchkey.getSnapshot().session!.id } })
  })

  test('signing out: everything is gone, twice is once, and a session that was over already is no error', async () => {
    const { latchkey, browser, went } = world.page(way)
    await signUp(world, latchkey, somebody())
    const stale = world.page(way, { browser })
    await stale.latchkey.load()
    browser.sent.length = went.length = 0
    await Promise.all([latchkey.signOut({ redirectUrl: '/bye' }), latchkey.signOut({ redirectUrl: '/bye' })])
    expect([browser.sent, went]).toEqual([['DELETE /v1/client/sessions'], ['/bye']])
    expect(latchkey.getSnapshot()).toMatchObject({ session: null, user: null, sessions: [], signUp: { id: undefined } })
    expect(await latchkey.getToken()).toBeNull()
    const { session } = stale.latchkey.getSnapshot()
    await stale.latchkey.signOut({ sessionId: session!.id })
    expect(stale.latchkey.getSnapshot().session).toBeNull()
    expect(stale.went).toEqual(['refresh'])
  })

  test('a session that was ended elsewhere: the next call says so, and the page knows', async () => {
    const address = somebody()
    const { latchkey } = world.page(way)
    await signUp(world, latchkey, address)
    const elsewhere = world.page(way).latchkey
    await signIn(world, elsewhere, address)
    const devices = await elsewhere.getSnapshot().user!.getSessions()
    expect(devices.map((one) => one.current).toSorted()).toEqual([false, true])
    await devices.find((one) => !one.current)!.revoke()
    expect((await elsewhere.getSnapshot().user!.getSessions()).length).toBe(1)
    expect(latchkey.getSnapshot().user).not.toBeNull()
    expect((await refusal(latchkey.getSnapshot().user!.update({ firstName: 'Eve' }))).status).toBe(401)
    expect(latchkey.getSnapshot()).toMatchObject({ phase: 'ready', user: null, session: null })
  })

  test('changing oneself: names, addresses, and the account', async () => {
    const { latchkey } = world.page(way)
    await signUp(world, latchkey, somebody(), 'Cleo')
    const user = () => latchkey.getSnapshot().user!
    const changed = await user().update({ firstName: 'Cleopatra', lastName: 'Philopator', unsafeMetadata: { deepKey: { a_b: 1 } } })
    expect(changed).toBe(user())
    expect(changed).toMatchObject({ fullName: 'Cleopatra Philopator', unsafeMetadata: { deepKey: { a_b: 1 } } })
    expect(user().unsafeMetadata).toEqual({ deepKey: { a_b: 1 } })
    expect((await user().update({ lastName: null })).fullName).toBe('Cleopatra')
    const added = somebody()
    const address = await user().createEmailAddress({ email: added })
    expect([`${address}`, address.verification.status]).toEqual([added, null])
    expect((await address.prepareVerification({ strategy: 'email_code' })).id).toBe(address.id)
    const code = await world.code(added)
    expect((await refusal(address.attemptVerification({ code: other(code) }))).errors[0]?.code).toBe('form_code_incorrect')
    const proven = await address.attemptVerification({ code })
    expect(proven.verification.status).toBe('verified')
    const [former] = user().emailAddresses.filter(({ id }) => id === user().primaryEmailAddressId)
    await user().update({ primaryEmailAddressId: proven.id })
    expect(user().primaryEmailAddress?.emailAddress).toBe(added)
    await former!.destroy()
    expect(user().emailAddresses.map((one) => one.emailAddress)).toEqual([added])
    await user().delete()
    expect(latchkey.getSnapshot()).toMatchObject({ user: null, sessions: [] })
  })

  test('a token for the app’s own API is fetched once, anew when asked for, and not at all for nobody', async () => {
    const { latchkey, browser } = world.page(way)
    expect(await latchkey.getToken()).toBeNull()
    await signUp(world, latchkey, somebody())
    browser.sent.length = 0
    const [one, two] = await Promise.all([latchkey.getToken(), latchkey.getToken()])
    const { session } = latchkey.getSnapshot()
    expect([one, await session!.getToken()]).toEqual([two, two])
    expect(JSON.parse(Buffer.from(one!.split('.')[1]!, 'base64url').toString())).toMatchObject({ sid: session!.id, sub: session!.user.id })
    expect(browser.sent).toEqual([`POST /v1/client/sessions/${session!.id}/tokens`])
    expect(await latchkey.getToken({ skipCache: true })).not.toBe(one)
    await session!.end()
    expect(latchkey.getSnapshot().session).toBeNull()
    expect(await session!.getToken()).toBeNull()
  })

  test('the settings of the instance are fetched once', async () => {
    const { latchkey, browser } = world.page(way)
    const [environment] = await Promise.all([latchkey.environment(), latchkey.environment()])
    expect(environment).toMatchObject({
      applicationName: 'Acme',
      instanceType: 'development',
      signUpMode: 'public',
      singleSession: true,
      emailAddress: { enabled: true, required: true, firstFactors: ['email_link', 'email_code'] },
      firstName: { enabled: true, required: false },
    })
    expect(latchkey.getSnapshot().environment).toBe(environment)
    expect(browser.sent).toEqual(['GET /v1/environment'])
  })
})

test('several people in one browser: changing between them, and one of them leaving', async () => {
  const several = await openTestWorld({ session: { ...(await defaults()), single: false } })
  try {
    const { latchkey, browser, went } = several.page('through the app')
    await signUp(several, latchkey, 'one@example.com')
    const first = latchkey.getSnapshot().session!.id
    await signUp(several, latchkey, 'two@example.com')
    const second = latchkey.getSnapshot().session!.id
    expect(
      latchkey
        .getSnapshot()
        .sessions.map(({ id }) => id)
        .toSorted(),
    ).toEqual([first, second].toSorted())
    browser.sent.length = went.length = 0
    await latchkey.setActive({ session: second })
    await latchkey.setActive({ session: first, redirectUrl: '/home' })
    expect(browser.sent).toEqual([`POST /v1/client/sessions/${first}/touch`])
    expect([went, latchkey.getSnapshot().user?.primaryEmailAddress?.emailAddress]).toEqual([['refresh', '/home'], 'one@example.com'])
    await latchkey.setActive({ session: null })
    expect(latchkey.getSnapshot().sessions.map(({ id }) => id)).toEqual([second])
  } finally {
    await several.close()
  }
})

test('a username: chosen at sign-up, signed in by without telling whose it is, changed and taken away', async () => {
  const named = await openTestWorld({ attributes: await withUsername() })
  try {
    const { latchkey } = named.page('through the app')
    expect(await latchkey.environment()).toMatchObject({
      identifiers: ['email_address', 'username'],
      username: { enabled: true, required: false },
    })
    const refused = latchkey.getSnapshot().signUp.create({ emailAddress: 'ada@example.com', username: 'ada l' })
    await expect(refused).rejects.toMatchObject({ errors: [{ code: 'form_username_invalid_character', paramName: 'username' }] })
    const begun = await latchkey.getSnapshot().signUp.create({ emailAddress: 'ada@example.com', username: 'Ada_L' })
    expect(begun.username).toBe('ada_l')
    await begun.prepareVerification({ strategy: 'email_code' })
    const made = await begun.attemptEmailAddressVerification({ code: await named.code('ada@example.com') })
    await latchkey.setActive({ session: made.createdSessionId })
    const user = () => latchkey.getSnapshot().user!
    expect(user().username).toBe('ada_l')
    expect((await user().update({ username: 'ada_m' })).username).toBe('ada_m')

    const { latchkey: other } = named.page('through the app')
    named.server.ports.advance(31_000)
    const signIn = await other.getSnapshot().signIn.create({ identifier: 'ADA_M', strategy: 'email_code' })
    expect(signIn).toMatchObject({ identifier: 'ada_m', status: 'needs_first_factor' })
    expect(JSON.stringify(signIn)).not.toContain('ada@example.com')
    const done = await signIn.attemptFirstFactor({ strategy: 'email_code', code: await named.code('ada@example.com') })
    expect(done.status).toBe('complete')

    expect((await user().update({ username: null })).username).toBeNull()
  } finally {
    await named.close()
  }
})

const withUsername = async () => {
  const { DEFAULT_SETTINGS } = await import('../../server/src/domain/settings/instance-settings.ts')
  const { attributes } = DEFAULT_SETTINGS
  return { ...attributes, username: { ...attributes.username, enabled: true } }
}

const defaults = async () => (await import('../../server/src/domain/settings/instance-settings.ts')).DEFAULT_SETTINGS.session

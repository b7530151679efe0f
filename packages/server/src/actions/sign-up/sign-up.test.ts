import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { findOwner, findUserView, listSessions } from '../../storage/index.ts'
import { loadClientView } from '../client/load-client-view.ts'
import { openLink } from '../link/open-link.ts'
import { migrate } from '../testing/migrate.ts'
import { lastCode, otherThan, signOut, signUp } from '../testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../testing/test-world.ts'
import { attemptSignUpVerification, prepareSignUpVerification } from './verification.ts'
import { createSignUp, updateSignUp } from './create-sign-up.ts'

const ada = 'ada@example.com'
const code = (name: string) => expect.objectContaining({ code: name })

describe.each(databases)('signing up on $dialect', (database) => {
  let world: World
  let browser: Browser
  let drop: () => Promise<void>

  const open = async (settings = {}) => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url, settings)
    browser = world.browser()
  }
  beforeEach(() => open())
  afterEach(async () => {
    await world.close()
    await drop()
  })

  const begin = async (fields: Parameters<typeof createSignUp>[2]) => {
    const begun = await createSignUp(world.ports, await world.call(browser), fields)
    browser.keep(begun)
    return begun.signUpId
  }
  const prepare = async (id: string, strategy = 'email_code') =>
    prepareSignUpVerification(world.ports, await world.call(browser), id, { strategy, redirect_url: `${world.origin}/verify` })
  const attempt = async (id: string, given: string) => {
    browser.keep(await attemptSignUpVerification(world.ports, await world.call(browser), id, { strategy: 'email_code', code: given }))
  }
  const rows = async () => ({
    users: await world.rows('users'),
    identifications: await world.rows('identifications'),
    sessions: await world.rows('sessions'),
  })

  it('makes no user before the address is proven, and everything at once then', async () => {
    const id = await begin({ email_address: 'Ada@Example.com', first_name: 'Ada', last_name: 'Lovelace', unsafe_metadata: '{"a":1}' })
    await prepare(id)
    expect(await rows()).toEqual({ users: 0, identifications: 0, sessions: 0 })
    await expect(attempt(id, otherThan(await lastCode(world)))).rejects.toEqual(code('form_code_incorrect'))
    expect(await rows()).toEqual({ users: 0, identifications: 0, sessions: 0 })
    await attempt(id, await lastCode(world))
    expect(await rows()).toEqual({ users: 1, identifications: 1, sessions: 1 })
    const owner = await findOwner(world.scope, 'email_address', ada)
    const view = await findUserView(world.scope, owner!.userId)
    expect(view!.user).toMatchObject({
      firstName: 'Ada',
      lastName: 'Lovelace',
      unsafeMetadata: { a: 1 },
      primaries: { email_address: owner!.identificationId },
    })
    await expect(attempt(id, await lastCode(world))).rejects.toEqual(code('verification_already_verified'))
  })

  it('gives the session to the client with a token in the same answer', async () => {
    await signUp(world, browser, ada)
    const call = await world.call(browser)
    const view = await loadClientView(world.ports, call, call.client!, call.client!.lastActiveSessionId)
    expect(view.sessions).toHaveLength(1)
    expect(view.sessions[0]!.token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(view.signUp!.attempt.state.createdSessionId).toBe(view.sessions[0]!.session.id)
  })

  it('kills the code of an address that was changed, and gives no way round the proof', async () => {
    const id = await begin({ email_address: 'first@example.com' })
    await prepare(id)
    const old = await lastCode(world)
    await updateSignUp(world.ports, await world.call(browser), id, { email_address: 'second@example.com' })
    await expect(attempt(id, old)).rejects.toEqual(code('verification_expired'))
    await prepare(id)
    expect((await world.mails()).at(-1)!.to).toBe('second@example.com')
    await attempt(id, await lastCode(world))
    expect(await findOwner(world.scope, 'email_address', 'first@example.com')).toBeNull()
    expect(await findOwner(world.scope, 'email_address', 'second@example.com')).not.toBeNull()
  })

  it('refuses a taken address at the start, on a change and at the end', async () => {
    const other = world.browser()
    const late = await begin({ email_address: 'late@example.com' })
    await prepare(late)
    const lateCode = await lastCode(world)
    await signUp(world, other, 'late@example.com')
    await expect(attempt(late, lateCode)).rejects.toEqual(code('form_identifier_exists'))
    await expect(updateSignUp(world.ports, await world.call(browser), late, { first_name: 'X' })).rejects.toEqual(
      code('form_identifier_exists'),
    )
    await expect(begin({ email_address: 'LATE@example.com' })).rejects.toEqual(code('form_identifier_exists'))
    expect(await rows()).toEqual({ users: 1, identifications: 1, sessions: 1 })
  })

  it('asks for what the instance requires and completes when the last field comes', async () => {
    await world.close()
    await drop()
    await open({ attributes: { last_name: { enabled: true, required: true } } })
    const id = await begin({ email_address: ada })
    await prepare(id)
    await attempt(id, await lastCode(world))
    expect((await rows()).users).toBe(0)
    browser.keep(await updateSignUp(world.ports, await world.call(browser), id, { last_name: 'Lovelace' }))
    expect(await rows()).toEqual({ users: 1, identifications: 1, sessions: 1 })
    await expect(updateSignUp(world.ports, await world.call(browser), id, { last_name: 'X' })).rejects.toEqual(
      code('sign_up_cannot_be_updated'),
    )
  })

  it('carries a link in a code mail too, which finishes here and shows the code elsewhere', async () => {
    const id = await begin({ email_address: ada })
    await prepare(id)
    const token = new URL((await world.mails()).at(-1)!.link!).searchParams.get('token')!
    expect(await openLink(world.ports, await world.call(world.browser()), token, false)).toMatchObject({
      type: 'elsewhere',
      code: await lastCode(world),
      purpose: 'sign_up',
    })
    expect((await rows()).users).toBe(0)
    expect(await openLink(world.ports, await world.call(browser), token, false)).toMatchObject({
      type: 'here',
      status: 'verified',
      redirectUrl: `${world.origin}/verify`,
    })
    expect(await rows()).toEqual({ users: 1, identifications: 1, sessions: 1 })
  })

  it("gives a person who opens a stranger's link no session, even when she is signed in", async () => {
    const victim = world.browser()
    await signUp(world, victim, 'victim@example.com')
    const id = await begin({ email_address: ada })
    await prepare(id, 'email_link')
    const token = new URL((await world.mails()).at(-1)!.link!).searchParams.get('token')!
    expect(await openLink(world.ports, await world.call(victim), token, false)).toMatchObject({ type: 'elsewhere' })
    expect((await rows()).users).toBe(1)
  })

  it('lets exactly one of many parallel right codes through', async () => {
    const id = await begin({ email_address: ada })
    await prepare(id)
    const right = await lastCode(world)
    const call = await world.call(browser)
    const tries = await Promise.allSettled(
      Array.from({ length: 30 }, () => attemptSignUpVerification(world.ports, call, id, { strategy: 'email_code', code: right })),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const codes = new Set(tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : [])))
    expect(
      [...codes].every((one) => ['verification_already_verified', 'sign_up_cannot_be_updated', 'verification_failed'].includes(one)),
    ).toBe(true)
    expect(await rows()).toEqual({ users: 1, identifications: 1, sessions: 1 })
  })

  it('lets exactly one of two browsers have an address they prove at the same time', async () => {
    const browsers = [world.browser(), world.browser()]
    const prepared = []
    for (const one of browsers) {
      browser = one
      const id = await begin({ email_address: ada })
      await prepare(id)
      prepared.push({ one, id, right: await lastCode(world) })
    }
    const tries = await Promise.allSettled(
      prepared.map(async ({ one, id, right }) =>
        attemptSignUpVerification(world.ports, await world.call(one), id, { strategy: 'email_code', code: right }),
      ),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await rows()).toEqual({ users: 1, identifications: 1, sessions: 1 })
  })

  it('refuses fields that are not what they should be, and who is signed in', async () => {
    await expect(begin({ email_address: 'nobody' })).rejects.toEqual(code('form_param_format_invalid'))
    await expect(begin({ email_address: ada, first_name: 'a\r\nBcc: x@y.z' })).rejects.toEqual(code('form_param_format_invalid'))
    await expect(begin({ email_address: ada, unsafe_metadata: '{"__proto__":{"x":1}}' })).rejects.toEqual(code('form_param_format_invalid'))
    await signUp(world, browser, ada)
    await expect(begin({ email_address: 'b@example.com' })).rejects.toEqual(code('session_exists'))
    await signOut(world, browser)
    await begin({ email_address: 'b@example.com' })
    expect(await listSessions(world.scope, { status: 'active' }, { limit: 10, offset: 0 })).toHaveLength(0)
  })

  it('takes no field that the instance does not ask for', async () => {
    await world.close()
    await drop()
    await open({ attributes: { first_name: { enabled: false } } })
    await expect(begin({ email_address: ada, first_name: 'Ada' })).rejects.toEqual(code('form_param_unknown'))
  })

  it('lets nobody in by sign-up where an instance is restricted', async () => {
    await world.close()
    await drop()
    await open({ signUpMode: 'restricted' })
    await expect(begin({ email_address: ada })).rejects.toEqual(code('sign_up_mode_restricted'))
  })
})

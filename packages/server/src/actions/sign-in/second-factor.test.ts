import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { LIMITS } from '../../domain/limits.ts'
import {
  findAttempt,
  findOwner,
  insertCredential,
  insertIdentification,
  listAudit,
  listCredentials,
  listSessions,
  updateUser,
} from '../../storage/index.ts'
import { type KeptRiddle, riddle } from '../../strategies/testing/riddle.ts'
import { banUser } from '../backend/user-state.ts'
import { loadClientView } from '../client/load-client-view.ts'
import { credentialContext } from '../credentials/credential-data.ts'
import { newId } from '../new-id.ts'
import { migrate } from '../testing/migrate.ts'
import { beginSignIn, lastCode, signOut, signUp, typeCode } from '../testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../testing/test-world.ts'
import { createSignIn } from './create-sign-in.ts'
import { prepareFirstFactor } from './first-factor.ts'
import { attemptSecondFactor, prepareSecondFactor } from './second-factor.ts'
import { loadSignInView } from './load-sign-in-view.ts'

const ada = 'ada@example.com'
const right = { strategy: 'riddle', answer: 'echo' }
const wrong = { strategy: 'riddle', answer: 'wind' }
const code = (name: string) => expect.objectContaining({ code: name })

describe.each(databases)('the second factor of a sign-in on $dialect', (database) => {
  let world: World
  let browser: Browser
  let drop: () => Promise<void>
  let userId: string
  let credentialId: string
  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
    Object.assign(world.ports, { strategies: { ...world.ports.strategies, riddle: riddle() } })
    browser = world.browser()
    await signUp(world, browser, ada)
    await signOut(world, browser)
    userId = (await findOwner(world.scope, 'email_address', ada))!.userId
    credentialId = await enrol({ question: 'Who answers last?', answer: 'echo', solved: 0 })
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  async function enrol(kept: KeptRiddle, type = 'riddle'): Promise<string> {
    const id = newId(world.ports, 'credential')
    const data = world.ports.seal.seal(credentialContext(world.instance.id, id), JSON.stringify(kept))
    const row = { id, userId, type, data, handle: null, name: null, createdAt: 1, lastUsedAt: null }
    await world.ports.storage.transaction((db) => insertCredential({ ...world.scope, db }, row))
    return id
  }
  /** A sign-in whose first factor is proven. */
  async function halfway(from = browser): Promise<string> {
    const id = await beginSignIn(world, from, ada)
    await typeCode(world, from, id, await lastCode(world))
    return id
  }
  const prepare = async (id: string, from = browser) => prepareSecondFactor(world.ports, await world.call(from), id, { strategy: 'riddle' })
  const answer = async (id: string, body: { readonly [param: string]: unknown }, from = browser) => {
    const outcome = await attemptSecondFactor(world.ports, await world.call(from), id, body)
    from.keep(outcome)
    return outcome
  }
  const attempt = async (id: string) => (await findAttempt(world.scope, id, 'sign_in'))!
  const sessions = () => listSessions(world.scope, { status: 'active' }, { limit: 100, offset: 0 })
  const view = async (id: string) => {
    const call = await world.call(browser)
    return loadSignInView(world.ports, call, id, call.client!.id)
  }

  it('is asked for once the first is proven, and shown to the client', async () => {
    const mails = (await world.mails()).length
    const id = await halfway()
    expect(await sessions()).toEqual([])
    expect(await view(id)).toMatchObject({
      status: 'needs_second_factor',
      secondOffers: [{ strategy: 'riddle', identification: null }],
    })
    const call = await world.call(browser)
    const { signIn } = await loadClientView(world.ports, call, call.client!)
    expect(signIn).toMatchObject({ status: 'needs_second_factor', secondOffers: [{ strategy: 'riddle' }] })
    expect((await world.mails()).length).toBe(mails + 1)
  })

  it('is not told of as a new device before it is proven', async () => {
    const stranger = world.browser()
    const mails = (await world.mails()).length
    const id = await halfway(stranger)
    // The code, and no more: nobody is signed in.
    expect((await world.mails()).length).toBe(mails + 1)
    await prepare(id, stranger)
    await answer(id, right, stranger)
    expect((await world.mails()).length).toBe(mails + 2)
  })

  it('makes the session, which knows when either was proven', async () => {
    const id = await halfway()
    await prepare(id)
    expect((await attempt(id)).verifications.second_factor).toMatchObject({
      strategy: 'riddle',
      target: null,
      disclosed: { type: 'challenge', challenge: 'Who answers last?' },
    })
    world.ports.advance(60_000)
    await answer(id, right)
    const [session] = await sessions()
    expect([session!.userId, session!.secondFactorAt! - session!.firstFactorAt! >= 60_000]).toEqual([userId, true])
    expect(await view(id)).toMatchObject({ status: 'complete', secondOffers: null })
    const [event] = await listAudit(world.scope, { type: 'session.created', limit: 1 })
    expect(event!.detail).toMatchObject({ strategy: 'email_code', secondStrategy: 'riddle', methods: ['otp', 'kba', 'mfa'] })
    const [credential] = await listCredentials(world.scope, userId)
    const kept = JSON.parse(world.ports.seal.open(credentialContext(world.instance.id, credentialId), credential!.data!)) as KeptRiddle
    expect([kept.solved, credential!.lastUsedAt !== null]).toEqual([1, true])
  })

  it.each([
    ['before the first', async () => beginSignIn(world, browser, ada), 'client_state_invalid'],
    ['once all is done', async () => finished(), 'client_state_invalid'],
    ['of nobody', async () => 'sia_unknown', 'resource_not_found'],
  ])('is neither prepared nor judged %s', async (_, begin, refusal) => {
    const id = await begin()
    await expect(prepare(id)).rejects.toEqual(code(refusal))
    await expect(answer(id, right)).rejects.toEqual(code(refusal))
  })
  async function finished(): Promise<string> {
    const id = await halfway()
    await prepare(id)
    await answer(id, right)
    return id
  }

  it('is not the first one once more, and nothing that the user has not enrolled', async () => {
    const id = await halfway()
    const first = { strategy: 'email_code', code: await lastCode(world) }
    await expect(answer(id, first)).rejects.toEqual(code('strategy_for_user_invalid'))
    const call = await world.call(browser)
    await expect(prepareSecondFactor(world.ports, call, id, { strategy: 'email_code' })).rejects.toEqual(code('strategy_for_user_invalid'))
    await expect(answer(id, { strategy: 'password', password: 'x' })).rejects.toEqual(code('form_param_value_invalid'))
    await expect(typeCode(world, browser, id, first.code)).rejects.toEqual(code('verification_already_verified'))
    await expect(answer(id, right)).rejects.toEqual(code('verification_missing'))
    expect(await sessions()).toEqual([])
  })

  it('is no way in for another browser', async () => {
    const id = await halfway()
    await prepare(id)
    const thief = world.browser()
    await beginSignIn(world, thief, ada)
    await expect(answer(id, right, thief)).rejects.toEqual(code('resource_not_found'))
  })

  it('counts every guess before it is judged, and judges five', async () => {
    const id = await halfway()
    await prepare(id)
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => answer(id, wrong)))
    expect(guesses.every(({ status }) => status === 'rejected')).toBe(true)
    expect((await attempt(id)).verifications.second_factor!.guesses).toBe(LIMITS.guessesPerVerification)
    await expect(answer(id, right)).rejects.toEqual(code('verification_failed'))
    await prepare(id)
    await expect(answer(id, right)).rejects.toEqual(code('verification_failed'))
    const failed = await listAudit(world.scope, { type: 'sign_in.failed', limit: 100 })
    expect(failed.map(({ detail }) => (detail as { strategy: string }).strategy)).toEqual(Array.from({ length: 5 }, () => 'riddle'))
    expect(await sessions()).toEqual([])
  })

  it('locks the person out after too many guesses, whatever the sign-in they are at', async () => {
    for (let round = 0; round < 2; round++) {
      const stranger = world.browser()
      const id = await halfway(stranger)
      await prepare(id, stranger)
      for (let guess = 0; guess < 5; guess++) await expect(answer(id, wrong, stranger)).rejects.toEqual(code('form_code_incorrect'))
      world.ports.advance(31_000)
    }
    const stranger = world.browser()
    const id = await beginSignIn(world, stranger, ada)
    await expect(typeCode(world, stranger, id, await lastCode(world))).rejects.toEqual(code('user_locked'))
  })

  it('lets nobody in who was banned, locked or deprived of it meanwhile', async () => {
    const banned = await halfway()
    await prepare(banned)
    await banUser(world.ports, backendCall(), userId)
    await expect(answer(banned, right)).rejects.toEqual(code('user_banned'))
    await world.ports.storage.transaction((db) =>
      updateUser({ ...world.scope, db }, userId, { banned: false, lockedUntil: Number.MAX_SAFE_INTEGER }, world.ports.clock.now()),
    )
    await expect(answer(banned, right)).rejects.toEqual(code('user_locked'))
    await world.ports.storage.transaction(async (db) => {
      await updateUser({ ...world.scope, db }, userId, { lockedUntil: null }, world.ports.clock.now())
      await db.kysely.deleteFrom('credentials').where('instance_id', '=', world.instance.id).execute()
    })
    await expect(answer(banned, right)).rejects.toEqual(code('strategy_for_user_invalid'))
    expect(await sessions()).toEqual([])
  })

  it('is owed for a quarter of an hour, in which the client is shown the sign-in, and no longer', async () => {
    const id = await halfway()
    await prepare(id)
    const { firstFactor } = (await attempt(id)).state
    const until = () => firstFactor!.at + LIMITS.secondFactorMs - world.ports.clock.now()
    world.ports.advance(until() - 30_000)
    expect(await view(id)).toMatchObject({ status: 'needs_second_factor' })
    world.ports.advance(until())
    await expect(prepare(id)).rejects.toEqual(code('resource_not_found'))
    await expect(answer(id, right)).rejects.toEqual(code('resource_not_found'))
    expect([await view(id), (await attempt(id)).status]).toEqual([null, 'abandoned'])
    expect(await sessions()).toEqual([])
  })

  it.each([
    ['that one', 'more@example.com', 'sign_in_identification_or_user_deleted'],
    ['the one they were named by', ada, 'sign_in_identification_or_user_deleted'],
    ['a third', 'third@example.com', null],
  ])(
    'is asked whether they still have an address that the first proved, where it is not the one they were named by: not %s',
    async (_, gone, refused) => {
      const added = ['more@example.com', 'third@example.com']
      for (const value of added) {
        const row = {
          id: `idn_${value}`,
          userId,
          type: 'email_address',
          value,
          provenBy: 'email_code',
          createdAt: 1,
          updatedAt: 1,
        } as const
        await world.ports.storage.transaction((db) => insertIdentification({ ...world.scope, db }, row))
      }
      const begun = await createSignIn(world.ports, await world.call(browser), { identifier: ada })
      browser.keep(begun)
      const request = { strategy: 'email_code', email_address_id: 'idn_more@example.com' }
      await prepareFirstFactor(world.ports, await world.call(browser), begun.signInId, request)
      await typeCode(world, browser, begun.signInId, await lastCode(world))
      await prepare(begun.signInId)
      await world.ports.storage.transaction((db) =>
        db.kysely.deleteFrom('identifications').where('instance_id', '=', world.instance.id).where('value', '=', gone).execute(),
      )
      const answered = answer(begun.signInId, right)
      if (refused === null) await answered
      else await expect(answered).rejects.toEqual(code(refused))
      expect((await sessions()).length).toBe(refused === null ? 1 : 0)
    },
  )

  it('is not enough once what proved the first is gone', async () => {
    const id = await halfway()
    await prepare(id)
    await world.ports.storage.transaction((db) =>
      db.kysely.deleteFrom('identifications').where('instance_id', '=', world.instance.id).execute(),
    )
    await expect(answer(id, right)).rejects.toEqual(code('sign_in_identification_or_user_deleted'))
    expect(await sessions()).toEqual([])
  })

  it('leaves a trace of the first, though the second never comes', async () => {
    const stranger = world.browser()
    await halfway(stranger)
    const call = await world.call(stranger)
    const events = await listAudit(world.scope, { type: 'sign_in.first_factor_verified', limit: 10 })
    expect(events).toMatchObject([{ userId, clientId: call.client!.id, detail: { strategy: 'email_code' } }])
  })

  it('is worth nothing after the client was signed out', async () => {
    const id = await halfway()
    await prepare(id)
    await signOut(world, browser)
    await expect(prepare(id)).rejects.toEqual(code('resource_not_found'))
    await expect(answer(id, right)).rejects.toEqual(code('resource_not_found'))
    expect(await sessions()).toEqual([])
  })

  it('is worth nothing after another sign-in began on the client', async () => {
    const id = await halfway()
    await prepare(id)
    world.ports.advance(31_000)
    const other = await halfway()
    await expect(answer(id, right)).rejects.toEqual(code('resource_not_found'))
    await prepare(other)
    await answer(other, right)
    expect((await sessions()).length).toBe(1)
  })

  it('lets one of many right answers in', async () => {
    const id = await halfway()
    await prepare(id)
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => answer(id, right)))
    expect([answers.filter(({ status }) => status === 'fulfilled').length, (await sessions()).length]).toEqual([1, 1])
  })

  it('is used once by two sign-ins at the same time, where using it changes it', async () => {
    const browsers = [world.browser(), world.browser()]
    const ids: string[] = []
    for (const from of browsers) {
      ids.push(await halfway(from))
      await prepare(ids.at(-1)!, from)
      world.ports.advance(31_000)
    }
    const real = riddle()
    let inside = 0
    const both = Promise.withResolvers<void>()
    // Both are judged by what the riddle holds before either has used it.
    const attemptTogether: typeof real.attempt = async (...of) => {
      if (++inside === 2) both.resolve()
      await both.promise
      return real.attempt(...of)
    }
    Object.assign(world.ports, { strategies: { ...world.ports.strategies, riddle: { ...real, attempt: attemptTogether } } })
    const answers = await Promise.allSettled(browsers.map((from, index) => answer(ids[index]!, right, from)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await sessions()).length).toBe(1)
  })

  it('needs no preparing where its strategy issues nothing, and its guesses are counted all the same', async () => {
    const { prepare: _none, ...unprepared } = riddle()
    const attemptBare: typeof unprepared.attempt = (subject, _secret, given) => riddle().attempt(subject, subject.verificationId, given)
    Object.assign(world.ports, { strategies: { ...world.ports.strategies, riddle: { ...unprepared, attempt: attemptBare } } })
    const id = await halfway()
    for (let guess = 1; guess <= 4; guess++) {
      await expect(answer(id, wrong)).rejects.toEqual(code('form_code_incorrect'))
      expect((await attempt(id)).verifications.second_factor!.guesses).toBe(guess)
    }
    await answer(id, right)
    expect((await sessions()).length).toBe(1)
  })

  it('of a kind that only a newer version knows keeps the door shut, and offers nothing', async () => {
    await enrol({ question: '', answer: '', solved: 0 }, 'iris_scan')
    await world.ports.storage.transaction((db) =>
      db.kysely.deleteFrom('credentials').where('instance_id', '=', world.instance.id).where('type', '=', 'riddle').execute(),
    )
    const id = await halfway()
    expect(await view(id)).toMatchObject({ status: 'needs_second_factor', secondOffers: [] })
    expect(await sessions()).toEqual([])
  })

  const backendCall = () => ({
    instance: world.instance,
    scope: world.scope,
    keyId: 'sk_1',
    caller: { ipAddress: null, userAgent: null, origin: null },
    base: world.app.frontendApiUrl,
  })
})

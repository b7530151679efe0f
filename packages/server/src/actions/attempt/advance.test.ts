import type { StrategyName, StrategyTraits } from '@latchkey/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { Proof } from '../../domain/proof.ts'
import { guessBuckets } from '../../domain/network.ts'
import {
  consumeVerification,
  countDown,
  countUp,
  findAttempt,
  findOwner,
  insertCredential,
  listSessions,
  readCounter,
} from '../../storage/index.ts'
import type { Strategy } from '../../strategies/strategy.ts'
import { signUpCourse } from './courses.ts'
import { migrate } from '../testing/migrate.ts'
import { beginSignIn, prepareSignIn, signOut, signUp, typeCode } from '../testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../testing/test-world.ts'

const ada = 'ada@example.com'
const code = (name: string) => expect.objectContaining({ code: name })
const RIGHT = '111111'
const WRONG = '222222'

describe.each(databases)('advancing an attempt on $dialect', (database) => {
  let world: World
  let browser: Browser
  let drop: () => Promise<void>

  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
    browser = world.browser()
    await signUp(world, browser, ada)
    await signOut(world, browser)
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  /** Puts a strategy with these traits in the place of the code by email: it remembers the right answer and takes its time. */
  function pretend(
    traits: Partial<StrategyTraits>,
    attempt: (secret: string | null) => void | Promise<void> = () => undefined,
    others: readonly Proof[] = [],
  ): void {
    const real = world.ports.strategies.email_code
    const fake: Strategy<string> = {
      ...(real as Strategy<string>),
      traits: { ...real.traits, ...traits },
      prepare: async () => ({ secret: `right=${RIGHT}`, told: null }),
      async attempt(subject, secret, given) {
        await attempt(secret)
        if (secret !== `right=${given}`) return { ok: false, code: 'form_code_incorrect', param: 'code' }
        return { ok: true, proofs: [{ type: 'identifier', identifier: subject.target!, amr: 'otp', assurance: 'first' }, ...others] }
      },
    }
    Object.assign(world.ports, { strategies: { ...world.ports.strategies, email_code: fake } })
  }
  /** The browser has been signed in before, so its guesses are counted by device. */
  const ofDevice = () => ({ knownClientId: browser.token!.split('.')[0]!, account: null, network: null })
  const begun = async () => {
    const id = await beginSignIn(world, browser, ada)
    return { id, verification: async () => (await findAttempt(world.scope, id, 'sign_in'))!.verifications.first_factor! }
  }
  const signedIn = async () => (await listSessions(world.scope, { status: 'active' }, { limit: 100, offset: 0 })).length
  const wrongGuesses = async () => {
    const { rows } = await world.ports.storage.db.execute("select count from counters where key like 'guess:%'", [], false)
    return (rows as { count: number }[]).reduce((sum, { count }) => sum + Number(count), 0)
  }

  it.each(['slow', 'remote'] as const)(
    'counts the guess of a %s strategy before it is judged, while no transaction is open',
    async (judging) => {
      const seen: number[] = []
      pretend({ judging }, async () => {
        // Another write gets through meanwhile: nobody waits for this one.
        await world.ports.storage.transaction(async (db) => void (await listSessions({ ...world.scope, db }, {}, { limit: 1, offset: 0 })))
        seen.push((await attempt.verification()).guesses, await wrongGuesses())
      })
      const attempt = await begun()
      await expect(typeCode(world, browser, attempt.id, WRONG)).rejects.toEqual(code('form_code_incorrect'))
      await typeCode(world, browser, attempt.id, RIGHT)
      // The wrong one stays counted; the right one is taken off the counters of wrong ones.
      expect([seen, await wrongGuesses(), await signedIn()]).toEqual([[1, 1, 2, 2], 1, 1])
    },
  )

  it('takes a right guess off no window that began while it was judged', async () => {
    let meanwhile = async () => undefined as void
    pretend({ judging: 'slow' }, () => meanwhile())
    await expect(typeCode(world, browser, (await begun()).id, WRONG)).rejects.toEqual(code('form_code_incorrect'))
    world.ports.advance(LIMITS.guessesPerTarget.windowMs - 60_000)
    const [{ id }, other] = [await begun(), await begun()]
    meanwhile = async () => {
      meanwhile = async () => undefined
      world.ports.advance(120_000)
      await expect(typeCode(world, browser, other.id, WRONG)).rejects.toEqual(code('form_code_incorrect'))
    }
    await typeCode(world, browser, id, RIGHT)
    expect([await wrongGuesses(), await signedIn()]).toEqual([1, 1])
  })

  it('keeps the guess of a strategy that breaks counted, and lets nobody in', async () => {
    pretend({ judging: 'remote' }, () => Promise.reject(new Error('The other end is away')))
    const { id, verification } = await begun()
    await expect(typeCode(world, browser, id, RIGHT)).rejects.toThrow('The other end is away')
    expect([(await verification()).guesses, await wrongGuesses(), await signedIn()]).toEqual([1, 1, 0])
  })

  it('judges five of many guesses at a slow strategy, and lets the right one in once', async () => {
    let judged = 0
    pretend({ judging: 'slow' }, async () => void (await new Promise((done) => setTimeout(done, 5)), judged++))
    const { id } = await begun()
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => typeCode(world, browser, id, WRONG)))
    expect([outcomes.filter(({ status }) => status === 'rejected').length, judged]).toEqual([20, 5])
    const other = world.browser()
    const again = await beginSignIn(world, other, ada)
    const right = await Promise.allSettled(Array.from({ length: 10 }, () => typeCode(world, other, again, RIGHT)))
    expect([right.filter(({ status }) => status === 'fulfilled').length, await signedIn()]).toEqual([1, 1])
  })

  it('does not take the proof of a slow strategy when another message was sent meanwhile', async () => {
    let resend = async () => undefined as void
    pretend({ judging: 'slow' }, () => resend())
    const { id } = await begun()
    resend = async () => {
      resend = async () => undefined
      world.ports.advance(60_000)
      await prepareSignIn(world, browser, id)
    }
    await expect(typeCode(world, browser, id, RIGHT)).rejects.toEqual(code('verification_already_verified'))
    expect(await signedIn()).toBe(0)
  })

  it('judges once more, by what is there then, when another process sent a message or used the code meanwhile', async () => {
    let meanwhile = async () => undefined as void
    const judged: (string | null)[] = []
    pretend({}, async (secret) => {
      judged.push(secret)
      await meanwhile()
      meanwhile = async () => undefined
    })
    const { id, verification } = await begun()
    meanwhile = async () => {
      world.ports.advance(60_000)
      await prepareSignIn(world, browser, id)
    }
    await typeCode(world, browser, id, RIGHT)
    expect([judged.length, (await verification()).sends, (await verification()).guesses, await signedIn()]).toEqual([2, 2, 1, 1])
    const other = world.browser()
    const again = await beginSignIn(world, other, ada)
    const { id: used, sends } = (await findAttempt(world.scope, again, 'sign_in'))!.verifications.first_factor!
    meanwhile = () =>
      world.ports.storage.transaction(async (db) => {
        const use = { slot: 'first_factor', id: used, sends, now: world.ports.clock.now(), clientId: null, guesses: 0, max: 5 } as const
        expect(await consumeVerification({ ...world.scope, db }, use)).toBe(true)
      })
    await expect(typeCode(world, other, again, RIGHT)).rejects.toEqual(code('verification_already_verified'))
    expect(await signedIn()).toBe(1)
  })

  it('lets a right guess in only where there is room for a wrong one, and counts it nowhere', async () => {
    pretend({})
    const { id } = await begun()
    const { key, max, windowMs } = guessBuckets({ target: (await findAttempt(world.scope, id, 'sign_in'))!.userId!, ...ofDevice() })[0]!
    const count = async () => (await readCounter(world.scope, { key, now: world.ports.clock.now() })).count
    const wrong = () =>
      world.ports.storage.transaction((db) => countUp({ ...world.scope, db }, { key, max, windowMs, now: world.ports.clock.now() }))
    let resetAt = 0
    for (let nth = 0; nth < max; nth++) resetAt = (await wrong()).resetAt
    await expect(typeCode(world, browser, id, RIGHT)).rejects.toEqual(code('user_locked'))
    expect([await count(), await signedIn()]).toEqual([max, 0])
    await world.ports.storage.transaction((db) => countDown({ ...world.scope, db }, { key, now: world.ports.clock.now(), resetAt }))
    await typeCode(world, browser, id, RIGHT)
    expect([await count(), await signedIn()]).toEqual([max - 1, 1])
  })

  describe('of a proof that comes with another, takes what is somebody else’s', () => {
    const account = { strategy: 'elsewhere' as StrategyName, handle: '1' }
    const theirs: readonly Proof[] = [
      { type: 'external_account', account, amr: 'mca', assurance: 'first' },
      { type: 'identifier', identifier: { type: 'email_address', value: ada }, amr: 'otp', assurance: 'first' },
    ]
    beforeEach(async () => {
      const { userId } = (await findOwner(world.scope, 'email_address', ada))!
      const held = { id: 'cred_ada', userId, type: account.strategy, data: null, name: null, createdAt: 1, lastUsedAt: null }
      await world.ports.storage.transaction((db) => insertCredential({ ...world.scope, db }, { ...held, handle: '1' }))
    })

    it.each(theirs)('into no account that is made: $type', async (other) => {
      pretend({}, undefined, [other])
      const eve = world.browser()
      await expect(signUp(world, eve, 'eve@example.com', RIGHT)).rejects.toEqual(code('form_identifier_exists'))
      expect([await world.rows('users'), await signedIn()]).toEqual([1, 0])
    })

    it.each(theirs)('for no account but the one that the first names: $type', async (other) => {
      const eve = world.browser()
      await signUp(world, eve, 'eve@example.com')
      await signOut(world, eve)
      pretend({}, undefined, [other])
      const id = await beginSignIn(world, eve, 'eve@example.com')
      await typeCode(world, eve, id, RIGHT)
      const { userId } = (await findOwner(world.scope, 'email_address', 'eve@example.com'))!
      const sessions = await listSessions(world.scope, { status: 'active' }, { limit: 100, offset: 0 })
      expect(sessions.map((session) => session.userId)).toEqual([userId])
      expect([await world.rows('identifications'), await world.rows('credentials')]).toEqual([2, 1])
    })
  })

  it('stores the secret of a sealed strategy under seal, in its own row only', async () => {
    const seen: (string | null)[] = []
    pretend({ secret: 'sealed' }, (secret) => void seen.push(secret))
    const { id, verification } = await begun()
    const stored = (await verification()).secret!
    expect([stored.startsWith('v1.'), stored.includes(RIGHT)]).toEqual([true, false])
    await typeCode(world, browser, id, RIGHT)
    expect([seen, await signedIn()]).toEqual([[`right=${RIGHT}`], 1])

    const other = world.browser()
    const moved = await beginSignIn(world, other, ada)
    await world.ports.storage.transaction(async (db) => {
      await db.kysely.updateTable('verifications').set({ secret: stored }).where('attempt_id', '=', moved).execute()
    })
    await expect(typeCode(world, other, moved, RIGHT)).rejects.toThrow()
    expect(await signedIn()).toBe(1)
  })

  it('sends nothing for a strategy that delivers nothing', async () => {
    const before = (await world.mails()).length
    pretend({})
    const { id } = await begun()
    world.ports.advance(60_000)
    await prepareSignIn(world, browser, id)
    expect((await world.mails()).length).toBe(before)
  })
})

it('finishes an attempt when the flow says so, and by nothing else', () => {
  const state = {
    firstName: null,
    lastName: null,
    unsafeMetadata: {},
    legalAcceptedAt: null,
    locale: null,
    identifiers: { email_address: null, username: null },
    externalAccount: null,
  }
  expect(signUpCourse.isFinished({ ...state, createdUserId: null, createdSessionId: null })).toBe(false)
  expect(signUpCourse.isFinished({ ...state, createdUserId: 'user_1', createdSessionId: 'sess_1' })).toBe(true)
})

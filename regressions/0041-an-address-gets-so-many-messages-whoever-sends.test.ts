import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addIdentifier, attemptIdentifier, prepareIdentifier, removeIdentifier } from '../packages/server/src/actions/me/identifiers.ts'
import { requireSession } from '../packages/server/src/actions/session/current-session.ts'
import { createSignUp } from '../packages/server/src/actions/sign-up/create-sign-up.ts'
import { prepareSignUpVerification } from '../packages/server/src/actions/sign-up/verification.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { beginSignIn, lastCode, otherThan, signOut, signUp } from '../packages/server/src/actions/testing/scenarios.ts'
import { testWorld, type World } from '../packages/server/src/actions/testing/test-world.ts'
import { databases } from '../tools/testing/databases.ts'

const victim = 'victim@example.com'

/* Every sender's account had a bucket of its own, so a handful of accounts wrote to one stranger, and guessed, as often as they liked. */
describe.each(databases)('one address on $dialect', ({ fromTemplate }) => {
  let world: World
  let drop: () => Promise<void>

  beforeEach(async () => {
    const database = await fromTemplate(migrate)
    drop = database.drop
    world = await testWorld(database.url, {}, 'production')
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  const account = async (name: string) => {
    const browser = world.browser()
    await signUp(world, browser, `${name}@example.com`)
    const call = async (ip = '192.0.2.1') => world.call(browser, ip)
    const session = await requireSession(world.ports, await call(), null)
    return { browser, call, session }
  }
  /** One after the other: each takes the newest code for its own. */
  const accounts = async (...names: readonly string[]) => {
    const made: Awaited<ReturnType<typeof account>>[] = []
    for (const name of names) made.push(await account(name))
    return made
  }
  const mailsTo = async (address: string) => (await world.mails()).filter(({ to }) => to === address).length
  const quietly = async (work: Promise<unknown>) => work.catch((error: { code: string }) => error.code)

  /** Asks for the victim's address as an account would, as often as the account may. */
  const askFor = async ({ call, session }: Awaited<ReturnType<typeof account>>, ip: string, address = victim) => {
    const heard: unknown[] = []
    for (let i = 0; i < 10; i++) {
      const added = await addIdentifier(world.ports, await call(ip), session, 'email_address', address)
      heard.push(
        await quietly(prepareIdentifier(world.ports, await call(ip), session, 'email_address', added.id, { strategy: 'email_code' })),
      )
      await quietly(removeIdentifier(world.ports, await call(ip), session, 'email_address', added.id))
    }
    return heard
  }

  test('gets five messages an hour and ten a day, however many accounts ask', async () => {
    const heard: unknown[] = []
    for (const [i, each] of (await accounts('a', 'b', 'c')).entries()) heard.push(...(await askFor(each, `198.51.100.${i}`)))
    expect(await mailsTo(victim)).toBe(5)
    expect(heard.filter((code) => code === 'verification_code_rate_limit_exceeded')).toHaveLength(25)
    world.ports.advance(3_600_001)
    for (const each of await accounts('d', 'e', 'f')) await askFor(each, '198.51.100.7')
    expect(await mailsTo(victim)).toBe(10)
    world.ports.advance(3_600_001)
    await askFor(await account('g'), '198.51.100.8')
    expect(await mailsTo(victim)).toBe(10)
    world.ports.advance(24 * 3_600_000)
    await askFor(await account('h'), '198.51.100.9')
    expect(await mailsTo(victim)).toBe(15)
  }, 60_000)

  test('one account writes to ten addresses an hour', async () => {
    const eve = await account('eve')
    const heard: unknown[] = []
    for (let i = 0; i < 12; i++) {
      const added = await addIdentifier(
        world.ports,
        await eve.call(`198.51.100.${i}`),
        eve.session,
        'email_address',
        `stranger-${i}@example.com`,
      )
      heard.push(
        await quietly(
          prepareIdentifier(world.ports, await eve.call(`198.51.100.${i}`), eve.session, 'email_address', added.id, {
            strategy: 'email_code',
          }),
        ),
      )
      await removeIdentifier(world.ports, await eve.call(), eve.session, 'email_address', added.id)
    }
    expect(heard.filter((code) => code === undefined)).toHaveLength(10)
  })

  test('is not cut off by a stranger on a device that its owner knows', async () => {
    const victims = world.browser()
    await signUp(world, victims, victim)
    await signOut(world, victims)
    world.ports.advance(24 * 3_600_000)
    for (let i = 0; i < 5; i++) await beginSignIn(world, world.browser(), victim)
    await expect(beginSignIn(world, world.browser(), victim)).rejects.toMatchObject({ code: 'verification_code_rate_limit_exceeded' })
    await beginSignIn(world, victims, victim)
    expect(await mailsTo(victim)).toBeGreaterThanOrEqual(6)
  })

  test('is guessed at ten times an hour, however many accounts guess', async () => {
    const codes: unknown[] = []
    for (const name of ['a', 'b', 'c', 'd']) {
      const { call, session } = await account(name)
      const added = await addIdentifier(world.ports, await call(), session, 'email_address', victim)
      await prepareIdentifier(world.ports, await call(), session, 'email_address', added.id, { strategy: 'email_code' })
      const wrong = otherThan(await lastCode(world))
      for (let i = 0; i < 5; i++)
        codes.push(await quietly(attemptIdentifier(world.ports, await call(), session, 'email_address', added.id, { code: wrong })))
    }
    expect(codes.filter((code) => code === 'form_code_incorrect')).toHaveLength(10)
    expect(codes.filter((code) => code === 'user_locked')).toHaveLength(10)
  })

  test('strangers of no known network have one budget together', async () => {
    const heard: unknown[] = []
    for (let i = 0; i < 130; i++) {
      const browser = world.browser()
      const call = async () => {
        const known = await world.call(browser)
        return { ...known, caller: { ...known.caller, ipAddress: null } }
      }
      const begun = await createSignUp(world.ports, await call(), { email_address: `stranger-${i}@example.com` })
      browser.keep(begun)
      heard.push(
        await quietly(prepareSignUpVerification(world.ports, await call(), begun.signUpId, { strategy: 'email_code' }).then(() => 'sent')),
      )
    }
    expect(heard.filter((one) => one === 'sent')).toHaveLength(100)
    expect(heard.at(-1)).toBe('verification_code_rate_limit_exceeded')
  }, 60_000)
})

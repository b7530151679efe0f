import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { findAttempt, listSessions, updateUser } from '../../storage/index.ts'
import { openLink } from '../link/open-link.ts'
import { migrate } from '../testing/migrate.ts'
import { beginSignIn, lastCode, otherThan, prepareSignIn, signOut, signUp, typeCode } from '../testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../testing/test-world.ts'
import { attemptFirstFactor } from './first-factor.ts'
import { createSignIn } from './create-sign-in.ts'

const ada = 'ada@example.com'
const code = (name: string) => expect.objectContaining({ code: name })

describe.each(databases)('signing in on $dialect', (database) => {
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

  const sessions = () => listSessions(world.scope, { status: 'active' }, { limit: 100, offset: 0 })
  const linkToken = async () => new URL((await world.mails()).at(-1)!.link!).searchParams.get('token')!

  it('takes the code of the mail, once', async () => {
    const id = await beginSignIn(world, browser, ada)
    const right = await lastCode(world)
    const before = browser.token
    await typeCode(world, browser, id, right)
    expect(await sessions()).toHaveLength(1)
    expect(browser.token).not.toBe(before)
    await expect(typeCode(world, browser, id, right)).rejects.toEqual(code('verification_already_verified'))
    expect(await sessions()).toHaveLength(1)
  })

  it('judges five guesses and no more, then the right code is dead', async () => {
    const id = await beginSignIn(world, browser, ada)
    const right = await lastCode(world)
    for (let i = 1; i <= 5; i++)
      await expect(typeCode(world, browser, id, otherThan(right, i))).rejects.toEqual(code('form_code_incorrect'))
    await expect(typeCode(world, browser, id, right)).rejects.toEqual(code('verification_failed'))
    expect(await sessions()).toHaveLength(0)
  })

  it('keeps the count over a resend: four wrong, resend, two wrong, refused', async () => {
    const id = await beginSignIn(world, browser, ada)
    const first = await lastCode(world)
    for (let i = 1; i <= 4; i++)
      await expect(typeCode(world, browser, id, otherThan(first, i))).rejects.toEqual(code('form_code_incorrect'))
    world.ports.advance(31_000)
    await prepareSignIn(world, browser, id)
    const second = await lastCode(world)
    await expect(typeCode(world, browser, id, otherThan(second, 1))).rejects.toEqual(code('form_code_incorrect'))
    await expect(typeCode(world, browser, id, otherThan(second, 2))).rejects.toEqual(code('verification_failed'))
    await expect(typeCode(world, browser, id, second)).rejects.toEqual(code('verification_failed'))
  })

  it('sends nothing on a second prepare within thirty seconds, and a new code after', async () => {
    const id = await beginSignIn(world, browser, ada)
    const sent = (await world.mails()).length
    const first = await lastCode(world)
    await prepareSignIn(world, browser, id)
    expect(await world.mails()).toHaveLength(sent)
    world.ports.advance(31_000)
    await prepareSignIn(world, browser, id)
    expect(await world.mails()).toHaveLength(sent + 1)
    const second = await lastCode(world)
    if (first !== second) await expect(typeCode(world, browser, id, first)).rejects.toEqual(code('form_code_incorrect'))
    await typeCode(world, browser, id, second)
    expect(await sessions()).toHaveLength(1)
  })

  it('takes a code until ten minutes are over', async () => {
    const id = await beginSignIn(world, browser, ada)
    world.ports.advance(10 * 60_000 - 1000)
    const right = await lastCode(world)
    await expect(typeCode(world, browser, id, otherThan(right))).rejects.toEqual(code('form_code_incorrect'))
    world.ports.advance(2000)
    await expect(typeCode(world, browser, id, right)).rejects.toEqual(code('verification_expired'))
    expect(await sessions()).toHaveLength(0)
  })

  it('refuses the code of another attempt, from another browser, and counts it', async () => {
    const other = world.browser()
    const mine = await beginSignIn(world, browser, ada)
    const right = await lastCode(world)
    const theirs = await beginSignIn(world, other, ada)
    await expect(typeCode(world, other, mine, right)).rejects.toEqual(code('resource_not_found'))
    if ((await lastCode(world)) !== right) await expect(typeCode(world, other, theirs, right)).rejects.toEqual(code('form_code_incorrect'))
    const attempt = await findAttempt(world.scope, theirs, 'sign_in')
    expect(attempt!.verifications.first_factor!.guesses).toBe(1)
  })

  it('asks again at the end whether she may sign in', async () => {
    const id = await beginSignIn(world, browser, ada)
    const { state } = (await findAttempt(world.scope, id, 'sign_in'))!
    await world.ports.storage.transaction((db) => updateUser({ ...world.scope, db }, state.userId!, { banned: true }, Date.now()))
    await expect(typeCode(world, browser, id, await lastCode(world))).rejects.toEqual(code('user_banned'))
    expect(await sessions()).toHaveLength(0)
  })

  it('locks a person, not her known browser, after ten wrong guesses in an hour', async () => {
    const stranger = world.browser()
    for (let attempt = 0; attempt < 2; attempt++) {
      const id = await beginSignIn(world, stranger, ada)
      const right = await lastCode(world)
      for (let i = 1; i <= 5; i++)
        await expect(typeCode(world, stranger, id, otherThan(right, i))).rejects.toEqual(code('form_code_incorrect'))
    }
    const id = await beginSignIn(world, stranger, ada)
    await expect(typeCode(world, stranger, id, await lastCode(world))).rejects.toEqual(code('user_locked'))
    const mine = await beginSignIn(world, browser, ada)
    await typeCode(world, browser, mine, await lastCode(world))
    expect(await sessions()).toHaveLength(1)
    world.ports.advance(61 * 60_000)
    const later = await beginSignIn(world, stranger, ada)
    await typeCode(world, stranger, later, await lastCode(world))
    expect(await sessions()).toHaveLength(2)
  })

  it('refuses what it does not know, and who is signed in already', async () => {
    await expect(createSignIn(world.ports, await world.call(browser), { identifier: 'nobody@example.com' })).rejects.toEqual(
      code('form_identifier_not_found'),
    )
    await expect(createSignIn(world.ports, await world.call(browser), { identifier: 'no address' })).rejects.toEqual(
      code('form_param_format_invalid'),
    )
    const id = await beginSignIn(world, browser, ada)
    await typeCode(world, browser, id, await lastCode(world))
    await expect(createSignIn(world.ports, await world.call(browser), { identifier: ada })).rejects.toEqual(code('session_exists'))
  })

  it.each([123456, ['123456'], { $ne: 1 }, null, '', '  ', true, '１２３４５', '١٢٣٤٥٦٧', '123456\u0000', '12345', '1234567'])(
    'refuses the code %j by its form',
    async (given) => {
      const id = await beginSignIn(world, browser, ada)
      const attempt = attemptFirstFactor(world.ports, await world.call(browser), id, { strategy: 'email_code', code: given })
      await expect(attempt).rejects.toEqual(code('form_param_format_invalid'))
      expect((await findAttempt(world.scope, id, 'sign_in'))!.verifications.first_factor!.guesses).toBe(0)
    },
  )

  it.each([
    ['full-width', 0xff10],
    ['Arabic-Indic', 0x660],
  ])('judges %s digits as the digits they are', async (_, zero) => {
    const inScript = (digits: string) => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
    const id = await beginSignIn(world, browser, ada)
    const right = await lastCode(world)
    await expect(typeCode(world, browser, id, inScript(otherThan(right)))).rejects.toEqual(code('form_code_incorrect'))
    expect((await findAttempt(world.scope, id, 'sign_in'))!.verifications.first_factor!.guesses).toBe(1)
    await typeCode(world, browser, id, inScript(right))
    expect(await sessions()).toHaveLength(1)
  })

  describe('by link', () => {
    it('finishes in the browser that began, and says so on a second click', async () => {
      const id = await beginSignIn(world, browser, ada, 'email_link')
      const token = await linkToken()
      const opened = await openLink(world.ports, await world.call(browser), token, false)
      expect(opened).toMatchObject({ type: 'here', status: 'verified', redirectUrl: `${world.origin}/sign-in/verify` })
      if (opened.type === 'here') browser.keep(opened)
      const [session] = await sessions()
      expect(opened).toMatchObject({ createdSessionId: session!.id })
      expect(await openLink(world.ports, await world.call(browser), token, false)).toMatchObject({
        type: 'here',
        status: 'verified',
        createdSessionId: session!.id,
      })
      expect(await sessions()).toHaveLength(1)
      expect((await findAttempt(world.scope, id, 'sign_in'))!.status).toBe('complete')
    })

    it('changes nothing anywhere else, and shows the code to type where she began', async () => {
      const id = await beginSignIn(world, browser, ada, 'email_link')
      const before = await findAttempt(world.scope, id, 'sign_in')
      const token = await linkToken()
      for (const elsewhere of [world.browser(), await signedInBrowser()]) {
        const opened = await openLink(world.ports, await world.call(elsewhere), token, false)
        expect(opened).toMatchObject({ type: 'elsewhere', code: await lastCodeOf(ada), requestedFrom: { ipAddress: '192.0.2.1' } })
      }
      expect(await openLink(world.ports, await world.call(browser), token, true)).toMatchObject({ type: 'elsewhere' })
      expect(await findAttempt(world.scope, id, 'sign_in')).toEqual(before)
      const sent = (await world.mails()).length
      await prepareSignIn(world, browser, id, 'email_code')
      expect(await world.mails()).toHaveLength(sent)
      await typeCode(world, browser, id, await lastCodeOf(ada))
    })

    it('refuses a token that was not issued, and one that is over', async () => {
      await beginSignIn(world, browser, ada, 'email_link')
      const token = await linkToken()
      const forged = `${token.split('.')[0]}.${'A'.repeat(43)}`
      expect(await openLink(world.ports, await world.call(world.browser()), forged, false)).toEqual({ type: 'problem', problem: 'invalid' })
      expect(await openLink(world.ports, await world.call(browser), forged, false)).toMatchObject({ type: 'here', status: 'failed' })
      for (const junk of ['', '.', 'x.y', `sia_x.${'A'.repeat(43)}`, `${token}.z`, token.replace('sia_', 'client_')]) {
        expect(await openLink(world.ports, await world.call(browser), junk, false)).toEqual({ type: 'problem', problem: 'invalid' })
      }
      world.ports.advance(11 * 60_000)
      expect(await openLink(world.ports, await world.call(world.browser()), token, false)).toEqual({ type: 'problem', problem: 'expired' })
      expect(await openLink(world.ports, await world.call(browser), token, false)).toMatchObject({ type: 'here', status: 'expired' })
      expect(await sessions()).toHaveLength(0)
    })

    const lastCodeOf = async (address: string) => (await world.mails()).filter((mail) => mail.to === address).at(-1)!.code
    const signedInBrowser = async () => {
      const other = world.browser()
      await signUp(world, other, 'eve@example.com')
      return other
    }
  })
})

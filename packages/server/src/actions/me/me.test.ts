import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import type { Session } from '../../domain/session.ts'
import { findOwner, findUserView, updateUser } from '../../storage/index.ts'
import { openLink } from '../link/open-link.ts'
import { requireSession } from '../session/current-session.ts'
import { mintSessionTokenFor } from '../session/mint-token.ts'
import { migrate } from '../testing/migrate.ts'
import { lastCode, otherThan, signUp } from '../testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../testing/test-world.ts'
import { addIdentifier, attemptIdentifier, prepareIdentifier, removeIdentifier } from './identifiers.ts'
import { deleteMe, updateMe, updateMyMetadata } from './me.ts'
import { listMySessions, revokeMySession } from './my-sessions.ts'

const code = (name: string) => expect.objectContaining({ code: name })

describe.each(databases)('a signed-in user on $dialect', (database) => {
  let world: World
  let browser: Browser
  let session: Session
  let drop: () => Promise<void>

  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
    browser = world.browser()
    await signUp(world, browser, 'ada@example.com')
    session = await requireSession(world.ports, await world.call(browser), null)
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  const call = () => world.call(browser)
  const me = async () => (await findUserView(world.scope, session.userId))!
  const someoneElse = async () => {
    const other = world.browser()
    await signUp(world, other, 'eve@example.com')
    return { other, theirs: await requireSession(world.ports, await world.call(other), null) }
  }

  it('changes names, clears them, and always moves updated_at on', async () => {
    const before = (await me()).user.updatedAt
    await updateMe(world.ports, await call(), session, { first_name: ' Ada ', last_name: 'Lovelace' })
    expect((await me()).user).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace' })
    expect((await me()).user.updatedAt).toBeGreaterThan(before)
    await updateMe(world.ports, await call(), session, { last_name: '' })
    expect((await me()).user).toMatchObject({ firstName: 'Ada', lastName: null })
    await expect(updateMe(world.ports, await call(), session, { first_name: 'a\u0000b' })).rejects.toEqual(
      code('form_param_format_invalid'),
    )
  })

  it('merges her unsafe metadata and leaves the rest alone', async () => {
    await updateMyMetadata(world.ports, await call(), session, '{"a":{"b":1,"c":2}}')
    await updateMyMetadata(world.ports, await call(), session, { a: { b: null } })
    expect((await me()).user).toMatchObject({ unsafeMetadata: { a: { c: 2 } }, publicMetadata: {}, privateMetadata: {} })
    await expect(updateMyMetadata(world.ports, await call(), session, '[1]')).rejects.toEqual(code('form_param_format_invalid'))
  })

  it('adds an address by code, and makes it hers only then', async () => {
    const added = await addIdentifier(world.ports, await call(), session, 'email_address', 'Second@Example.com')
    expect((await me()).pending.map((attempt) => attempt.state.identifier.value)).toEqual(['second@example.com'])
    expect(await findOwner(world.scope, 'email_address', 'second@example.com')).toBeNull()
    await prepareIdentifier(world.ports, await call(), session, 'email_address', added.id, { strategy: 'email_code' })
    const right = await lastCode(world)
    await expect(
      attemptIdentifier(world.ports, await call(), session, 'email_address', added.id, { code: otherThan(right) }),
    ).rejects.toEqual(code('form_code_incorrect'))
    await attemptIdentifier(world.ports, await call(), session, 'email_address', added.id, { code: right })
    expect(await findOwner(world.scope, 'email_address', 'second@example.com')).toEqual({
      userId: session.userId,
      identificationId: added.id,
    })
    await expect(attemptIdentifier(world.ports, await call(), session, 'email_address', added.id, { code: right })).rejects.toEqual(
      code('verification_already_verified'),
    )
    expect((await me()).user.primaries.email_address).not.toBe(added.id)
    await updateMe(world.ports, await call(), session, { primary_email_address_id: added.id })
    expect((await me()).user.primaries.email_address).toBe(added.id)
    await removeIdentifier(world.ports, await call(), session, 'email_address', added.id)
    expect((await me()).user.primaries.email_address).toBe((await me()).identifications[0]!.id)
    await expect(
      removeIdentifier(world.ports, await call(), session, 'email_address', (await me()).identifications[0]!.id),
    ).rejects.toEqual(code('last_required_identification_deletion_failed'))
  })

  it('adds an address by link in her own browser only', async () => {
    const added = await addIdentifier(world.ports, await call(), session, 'email_address', 'second@example.com')
    await prepareIdentifier(world.ports, await call(), session, 'email_address', added.id, {
      strategy: 'email_link',
      redirect_url: `${world.origin}/user`,
    })
    const token = new URL((await world.mails()).at(-1)!.link!).searchParams.get('token')!
    expect(await openLink(world.ports, await world.call(world.browser()), token, false)).toMatchObject({
      type: 'elsewhere',
      purpose: 'identification',
    })
    expect(await openLink(world.ports, await call(), token, false)).toMatchObject({
      type: 'here',
      status: 'verified',
      createdSessionId: null,
    })
    expect((await me()).identifications).toHaveLength(2)
  })

  it('lets an address that two people claim go to the one who proves it, and drops the other claim', async () => {
    const { other, theirs } = await someoneElse()
    const mine = await addIdentifier(world.ports, await call(), session, 'email_address', 'shared@example.com')
    const claim = await addIdentifier(world.ports, await world.call(other), theirs, 'email_address', 'shared@example.com')
    await prepareIdentifier(world.ports, await call(), session, 'email_address', mine.id, { strategy: 'email_code' })
    await attemptIdentifier(world.ports, await call(), session, 'email_address', mine.id, { code: await lastCode(world) })
    expect((await findUserView(world.scope, theirs.userId))!.pending).toHaveLength(0)
    await expect(
      prepareIdentifier(world.ports, await world.call(other), theirs, 'email_address', claim.id, { strategy: 'email_code' }),
    ).rejects.toEqual(code('resource_not_found'))
    await expect(addIdentifier(world.ports, await world.call(other), theirs, 'email_address', 'shared@example.com')).rejects.toEqual(
      code('form_identifier_exists'),
    )
  })

  it("cannot touch what is somebody else's: it looks as if it were not there", async () => {
    const { other, theirs } = await someoneElse()
    const claim = await addIdentifier(world.ports, await world.call(other), theirs, 'email_address', 'second@example.com')
    const proven = (await findUserView(world.scope, theirs.userId))!.identifications[0]!.id
    for (const id of [claim.id, proven, 'idn_unknown']) {
      await expect(prepareIdentifier(world.ports, await call(), session, 'email_address', id, { strategy: 'email_code' })).rejects.toEqual(
        code('resource_not_found'),
      )
      await expect(attemptIdentifier(world.ports, await call(), session, 'email_address', id, { code: '123456' })).rejects.toEqual(
        code('resource_not_found'),
      )
      await expect(removeIdentifier(world.ports, await call(), session, 'email_address', id)).rejects.toEqual(code('resource_not_found'))
      await expect(updateMe(world.ports, await call(), session, { primary_email_address_id: id })).rejects.toEqual(
        code('resource_not_found'),
      )
    }
    await expect(revokeMySession(world.ports, await call(), session, theirs.id)).rejects.toEqual(code('resource_not_found'))
    await expect(mintSessionTokenFor(world.ports, await call(), theirs.id)).rejects.toEqual(code('resource_not_found'))
    expect((await findUserView(world.scope, theirs.userId))!.identifications).toHaveLength(1)
  })

  it('signs another device of hers out, which gets no token any more', async () => {
    const { user, sessions } = await listMySessions(world.ports, await call(), session)
    expect([user.user.id, sessions.map(({ id }) => id)]).toEqual([session.userId, [session.id]])
    expect((await revokeMySession(world.ports, await call(), session, session.id)).revoked.status).toBe('revoked')
    await expect(mintSessionTokenFor(world.ports, await call(), session.id)).rejects.toEqual(code('resource_not_found'))
    await expect(requireSession(world.ports, await call(), null)).rejects.toEqual(code('signed_out'))
  })

  it('gets no token while banned or locked', async () => {
    const stand = (patch: object) =>
      world.ports.storage.transaction((db) => updateUser({ ...world.scope, db }, session.userId, patch, Date.now()))
    await stand({ banned: true })
    await expect(mintSessionTokenFor(world.ports, await call(), session.id)).rejects.toEqual(code('authentication_invalid'))
    await stand({ banned: false, lockedUntil: Number.MAX_SAFE_INTEGER })
    await expect(mintSessionTokenFor(world.ports, await call(), session.id)).rejects.toEqual(code('authentication_invalid'))
    await stand({ lockedUntil: null })
    expect(await mintSessionTokenFor(world.ports, await call(), session.id)).toMatch(/^ey/)
  })

  it("gets no token after her session's seven days", async () => {
    world.ports.advance(7 * 24 * 60 * 60_000 + 1000)
    await expect(mintSessionTokenFor(world.ports, await call(), session.id)).rejects.toEqual(code('resource_not_found'))
  })

  it('deletes herself with all that is hers, and her address is free again', async () => {
    await addIdentifier(world.ports, await call(), session, 'email_address', 'second@example.com')
    browser.keep(await deleteMe(world.ports, await call(), session))
    expect(await world.rows('users')).toBe(0)
    expect(await world.rows('identifications')).toBe(0)
    expect(await world.rows('sessions')).toBe(0)
    const again = world.browser()
    await signUp(world, again, 'ada@example.com')
    expect((await findOwner(world.scope, 'email_address', 'ada@example.com'))!.userId).not.toBe(session.userId)
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { createAdmin } from '../../admin.ts'
import { findInstance } from '../../storage/index.ts'
import { migrate } from '../testing/migrate.ts'
import { testWorld, type World } from '../testing/test-world.ts'
import { readTrail } from '../audit/read-trail.ts'
import { OPERATOR } from '../audit/record.ts'
import { changeSettings, SettingsChanged, SettingsRefused } from './change-settings.ts'
import { readSettings } from './read-settings.ts'

describe.each(databases)('settings by name, on $dialect', (database) => {
  let world: World
  let drop: () => Promise<void>
  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })
  const id = () => world.scope.instanceId
  const trail = async () => await readTrail(world.ports, id(), { type: 'settings.updated', limit: 10 })
  const instance = async () => (await findInstance({ db: world.ports.storage.db }, { id: id() }))!

  const change = (changes: { readonly [name: string]: unknown }, more: { version?: string; dryRun?: boolean } = {}) =>
    changeSettings(world.ports, OPERATOR, id(), { changes, ...more })

  it('change together, on top of what was there, and are seen by every process', async () => {
    const before = await instance()
    await change({ 'sign_up.mode': 'restricted' })
    const { changes } = await change({ session: { single: false, inactivity: '1h' } })
    expect(changes.map(({ name, weakens }) => [name, weakens])).toEqual([
      ['session.single', false],
      ['session.inactivity', false],
    ])
    const { settings, settingsVersion } = await instance()
    expect(settings).toEqual({
      ...before.settings,
      signUpMode: 'restricted',
      session: { ...before.settings.session, single: false, inactivityMs: 3_600_000 },
    })
    expect(settingsVersion).toBe(before.settingsVersion + 2)
  })

  it.each([
    [{ 'sign_up.mode': 'restricted', 'sign_up.mood': 'public' }, 'There is no setting "sign_up.mood". Did you mean sign_up.mode?'],
    [
      { 'sign_up.mode': 'restricted', session: { single: 'many' } },
      '"many" is not a valid value for session.single. Expected true or false.',
    ],
    [{ 'sign_up.mode': 'restricted', 'attributes.email_address.enabled': false }, 'Nobody could sign in.'],
  ])('change not at all when one of them cannot: %j', async (changes, sentence) => {
    const before = await instance()
    await expect(change(changes)).rejects.toThrow(sentence)
    await expect(change(changes)).rejects.toThrow(SettingsRefused)
    expect(await instance()).toEqual(before)
  })

  it('are left alone by a change that changes nothing, and by one that is only tried', async () => {
    const before = await instance()
    expect((await change({ 'sign_up.mode': 'public' })).changes).toEqual([])
    const tried = await change({ 'session.lifetime': '30d', 'sign_up.mode': 'restricted' }, { dryRun: true })
    expect(tried.changes.map(({ name, weakens }) => [name, weakens])).toEqual([
      ['sign_up.mode', false],
      ['session.lifetime', true],
    ])
    expect(tried.version).toBe((await readSettings(world.ports, id()))!.version)
    expect(await instance()).toEqual(before)
    expect(await trail()).toEqual([])
  })

  it('are not changed on top of what somebody else has changed meanwhile, whatever else happened to the instance', async () => {
    const { version, settings } = (await readSettings(world.ports, id()))!
    const admin = createAdmin(world.ports)
    await admin.createSecretKey(id(), 'other')
    await change({ 'account.delete_self': false }, { version })
    await expect(change({ 'sign_up.mode': 'restricted' }, { version })).rejects.toThrow(SettingsChanged)
    await expect(change({ 'sign_up.mode': 'restricted' }, { version, dryRun: true })).rejects.toMatchObject({
      now: { settings: { ...settings, 'account.delete_self': false } },
    })
    // What they are again is what was seen.
    expect((await change({ 'account.delete_self': true })).version).toBe(version)
    await change({ 'sign_up.mode': 'restricted' }, { version })
  })

  it('leave a trail: who, and what became of what', async () => {
    await change({ 'session.single': false, 'session.lifetime': '12h', 'brand.logo': null })
    expect(await trail()).toMatchObject([
      {
        actor: 'operator',
        userId: null,
        detail: {
          changes: [
            { name: 'session.single', from: 'on', to: 'off' },
            { name: 'session.lifetime', from: '7d', to: '12h' },
          ],
        },
      },
    ])
  })

  it('are told of an instance that is gone', async () => {
    await expect(changeSettings(world.ports, OPERATOR, 'ins_gone', { changes: {} })).rejects.toThrow('no longer exists')
    expect(await readSettings(world.ports, 'ins_gone')).toBe(null)
  })

  it('are described with what they mean, and origins come and go', async () => {
    const admin = createAdmin(world.ports)
    const { instanceId } = await admin.findApplication(null)
    await admin.allowOrigin(null, 'https://a.example')
    await admin.changeSettings(instanceId, { changes: { 'sign_up.mode': 'restricted' } })
    const { origins, settings } = await admin.describeSettings(instanceId)
    expect(origins).toContain('https://a.example')
    expect(settings.find(({ name }) => name === 'sign_up.mode')).toMatchObject({
      word: 'restricted',
      value: 'restricted',
      standard: 'public',
      expected: 'public or restricted',
    })
    expect(await admin.refuseOrigin(null, 'https://a.example')).toMatchObject({ known: true })
    expect(await admin.refuseOrigin(null, 'https://a.example')).toMatchObject({ known: false })
    expect((await admin.describeSettings(null)).origins).not.toContain('https://a.example')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { createAdmin } from '../../admin.ts'
import { findInstance } from '../../storage/index.ts'
import { migrate } from '../testing/migrate.ts'
import { testWorld, type World } from '../testing/test-world.ts'
import { changeSettings, SettingRefused } from './change-settings.ts'

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
  const instance = async () => (await findInstance({ db: world.ports.storage.db }, { id: id() }))!

  it('change together, on top of what was there, and are seen by every process', async () => {
    const before = await instance()
    await changeSettings(world.ports, id(), [['sign-up', 'restricted']])
    await changeSettings(world.ports, id(), [
      ['sessions', 'several'],
      ['session-inactivity', '1h'],
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
    [
      [
        ['sign-up', 'restricted'],
        ['sign-upp', 'public'],
      ],
      'There is no setting "sign-upp"',
    ],
    [
      [
        ['sign-up', 'restricted'],
        ['sessions', 'many'],
      ],
      '"many" is not a valid value for sessions. Expected one or several.',
    ],
  ] as const)('change not at all when one of them cannot: %j', async (changes, sentence) => {
    const before = await instance()
    await expect(changeSettings(world.ports, id(), changes)).rejects.toThrow(sentence)
    await expect(changeSettings(world.ports, id(), changes)).rejects.toThrow(SettingRefused)
    expect(await instance()).toEqual(before)
  })

  it('are told of an instance that is gone', async () => {
    await expect(changeSettings(world.ports, 'ins_gone', [['sign-up', 'public']])).rejects.toThrow('no longer exists')
  })

  it('are described with what they mean, and origins come and go', async () => {
    const admin = createAdmin(world.ports)
    const { instanceId } = await admin.findApplication(null)
    await admin.allowOrigin(null, 'https://a.example')
    await admin.changeSettings(instanceId, [['sign-up', 'restricted']])
    const { origins, settings } = await admin.describeSettings(instanceId)
    expect(origins).toContain('https://a.example')
    expect(settings.find(({ name }) => name === 'sign-up')).toMatchObject({ value: 'restricted', values: 'public or restricted' })
    expect(await admin.refuseOrigin(null, 'https://a.example')).toMatchObject({ known: true })
    expect(await admin.refuseOrigin(null, 'https://a.example')).toMatchObject({ known: false })
    expect((await admin.describeSettings(null)).origins).not.toContain('https://a.example')
  })
})

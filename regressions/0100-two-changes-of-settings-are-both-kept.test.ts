import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../tools/testing/databases.ts'
import { OPERATOR } from '../packages/server/src/actions/audit/record.ts'
import { changeSettings } from '../packages/server/src/actions/instance/change-settings.ts'
import { migrate } from '../packages/server/src/actions/testing/migrate.ts'
import { testWorld, type World } from '../packages/server/src/actions/testing/test-world.ts'
import { findInstance } from '../packages/server/src/storage/index.ts'

// Two operators who changed different settings at the same moment each read the settings before the other had written: the later one
// wrote the earlier one's change away, and the trail said that both had happened.
describe.each(databases)('settings changed by several at once, on $dialect', (database) => {
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

  it('are all kept', async () => {
    const { instanceId } = world.scope
    const changes = [
      { 'sign_up.mode': 'restricted' },
      { 'session.single': false },
      { 'session.lifetime': '12h' },
      { 'account.delete_self': false },
      { 'notify.new_device': false },
    ]
    await Promise.all(changes.map((each) => changeSettings(world.ports, OPERATOR, instanceId, { changes: each })))
    const { settings } = (await findInstance({ db: world.ports.storage.db }, { id: instanceId }))!
    expect(settings).toMatchObject({
      signUpMode: 'restricted',
      session: { single: false, lifetimeMs: 43_200_000 },
      deleteSelf: false,
      notify: { newDevice: false },
    })
  })
})

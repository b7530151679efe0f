import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { findInstance } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import { createApplication } from '../instance/create-application.ts'
import { migrate } from '../testing/migrate.ts'
import { testPorts } from '../testing/test-ports.ts'
import { createUser } from './create-user.ts'
import { updateUserMetadata } from './update-user.ts'

describe.each(databases)('metadata on $dialect', ({ fromTemplate }) => {
  let ports: Awaited<ReturnType<typeof testPorts>>
  let call: BackendCall
  let drop: () => Promise<void>

  beforeEach(async () => {
    const database = await fromTemplate(migrate)
    ports = await testPorts(database.url)
    drop = database.drop
    const { instanceId, frontendApiUrl: base } = await createApplication(ports, { name: 'App' })
    const instance = (await findInstance({ db: ports.storage.db }, { id: instanceId }))!
    call = {
      instance,
      scope: { db: ports.storage.db, instanceId },
      keyId: 'sk_1',
      caller: { ipAddress: null, userAgent: null, origin: null },
      base,
    }
  })
  afterEach(async () => {
    await ports.storage.close()
    await drop()
  })

  it.each([
    ['merge', { a: 1, deep: { b: 2, c: 3 } }],
    ['replace', { deep: { c: 3, gone: null } }],
  ] as const)('by %s', async (how, expected) => {
    const before = { public_metadata: { a: 1, deep: { b: 2, gone: 0 } }, private_metadata: { kept: true } }
    const { user } = await createUser(ports, call, { skip_user_requirement: true, ...before })
    const after = await updateUserMetadata(ports, call, user.id, { public_metadata: { deep: { c: 3, gone: null } } }, how)
    expect(after.user).toMatchObject({ privateMetadata: { kept: true }, unsafeMetadata: {} })
    expect(after.user.publicMetadata).toEqual(expected)
  })
})

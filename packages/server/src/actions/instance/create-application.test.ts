import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { migrate } from '../testing/migrate.ts'
import { testWorld, type World } from '../testing/test-world.ts'
import { ApplicationNameTaken, createApplication } from './create-application.ts'
import { describeApplications } from './describe-applications.ts'

describe.each(databases)('an application, on $dialect', (database) => {
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
  const named = async (name: string) => (await describeApplications(world.ports)).filter((one) => one.name === name)

  it('is refused a name that there is, whole, unless it may repeat', async () => {
    const { applicationId } = await createApplication(world.ports, { name: 'Market', nameMayRepeat: false })
    const again = createApplication(world.ports, { name: 'Market', nameMayRepeat: false })
    await expect(again).rejects.toThrow(ApplicationNameTaken)
    await expect(again).rejects.toThrow(`"Market" already (${applicationId})`)
    expect(await named('Market')).toHaveLength(1)
    await createApplication(world.ports, { name: 'Market' })
    expect(await named('Market')).toHaveLength(2)
  })
})

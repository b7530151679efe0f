import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { openAdmin } from './admin.ts'

test('an application is found by name or id; of two with one name neither is taken for the other', async () => {
  const databaseUrl = join(mkdtempSync(join(inject('scratch'), 'admin-')), 'admin.db')
  const admin = await openAdmin({ databaseUrl, secretsKey: new Uint8Array(32), publicUrl: 'http://localhost:4000' })
  try {
    await expect(admin.findApplication(null)).rejects.toThrow('There is no application yet')
    const first = await admin.createApplication({ name: 'Shop' })
    expect((await admin.findApplication('Shop')).applicationId).toBe(first.applicationId)
    const second = await admin.createApplication({ name: 'Shop' })
    await expect(admin.findApplication('Shop')).rejects.toThrow(
      `There are 2 applications "Shop". Write the id of the one you mean: ${first.applicationId} (development), `,
    )
    expect((await admin.findApplication(second.applicationId)).instanceId).toBe(second.instanceId)
    expect((await admin.findApplication(null)).applicationId).toBe(first.applicationId)
    await expect(admin.findApplication('Other')).rejects.toThrow('There is no application "Other"')
  } finally {
    await admin.close()
  }
})

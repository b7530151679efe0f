import { openStorage } from '../../storage/index.ts'

/** Brings a test database to its schema. */
export async function migrate(url: string): Promise<void> {
  const storage = await openStorage({ url })
  await storage.migrate()
  await storage.close()
}

import { type Admin, AmbiguousApplication, NoSuchApplication, openAdmin, SettingRefused } from '@latchkey/server'
import { readConfig } from './config.ts'
import type { Terminal } from './command.ts'
import { withKnownUrl } from './known-url.ts'
import { storageSentence } from './storage-sentence.ts'
import { UsageError } from './usage-error.ts'

/** Opens the database beside a running server, does one thing, and closes it. @throws UsageError when it cannot be opened */
export async function withAdmin<Result>(terminal: Terminal, work: (admin: Admin) => Promise<Result>): Promise<Result> {
  const config = readConfig(withKnownUrl(terminal.environment), 'dev')
  const admin = await openAdmin(config).catch((error: unknown) => {
    throw new UsageError(storageSentence(config.databaseUrl, error))
  })
  try {
    return await work(admin)
  } catch (error) {
    const told = [NoSuchApplication, AmbiguousApplication, SettingRefused].some((kind) => error instanceof kind)
    throw told ? new UsageError((error as Error).message) : error
  } finally {
    await admin.close()
  }
}

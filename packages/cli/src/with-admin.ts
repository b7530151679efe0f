import type { Admin } from '@latchkey/server/operator'
import { findServer } from './find-server/find-server.ts'
import { settingsSentence } from './settings-sentence.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** Opens the database beside a running server, does one thing, and closes it. @throws UsageError when it cannot be opened */
export async function withAdmin<Result>(
  terminal: Pick<Terminal, 'environment' | 'cwd' | 'checkout'>,
  work: (admin: Admin) => Promise<Result>,
): Promise<Result> {
  // Loaded when there is something to do: help and mistakes are told at once.
  const [
    { AmbiguousApplication, ApplicationNameTaken, KeyRefused, NoSuchApplication, openAdmin, SettingsChanged, SettingsRefused },
    { readConfig },
    { storageSentence },
  ] = await Promise.all([import('@latchkey/server/operator'), import('./config/read-config.ts'), import('./storage-sentence.ts')])
  const config = readConfig(findServer(terminal), 'dev')
  const admin = await openAdmin(config).catch((error: unknown) => {
    throw new UsageError(storageSentence(config.databaseUrl, error))
  })
  try {
    return await work(admin)
  } catch (error) {
    const told = [ApplicationNameTaken, KeyRefused, NoSuchApplication, AmbiguousApplication, SettingsChanged].some(
      (kind) => error instanceof kind,
    )
    if (error instanceof SettingsRefused) throw new UsageError(settingsSentence(error))
    throw told ? new UsageError((error as Error).message) : error
  } finally {
    await admin.close()
  }
}

import type { Admin, SettingsRefused } from '@latchkey/server/operator'
import { BadCommandLine } from './command-line.ts'
import { findServer } from './find-server/find-server.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** What is wrong with the settings that were named. Names and values are the command line's own words. */
function settingsSentence({ faults }: SettingsRefused): Error {
  const sentences = faults.map(({ kind, sentence, possible }) =>
    kind === 'unknown' && possible.length > 1 ? `${sentence} latchkey apps settings shows them all.` : sentence,
  )
  return new (faults.some(({ kind }) => kind === 'contradiction') ? UsageError : BadCommandLine)(sentences.join('\n'))
}

/** Opens the database beside a running server, does one thing, and closes it. @throws UsageError when it cannot be opened */
export async function withAdmin<Result>(
  terminal: Pick<Terminal, 'environment' | 'cwd'>,
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
    if (error instanceof SettingsRefused) throw settingsSentence(error)
    throw told ? new UsageError((error as Error).message) : error
  } finally {
    await admin.close()
  }
}

import type { PackageManager, Project } from '../app/read-project.ts'
import { foreignEnvironment, runCommand } from '../app/run-command.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'

const ADD: { readonly [Manager in PackageManager]: readonly string[] } = {
  npm: ['install', '--no-audit', '--no-fund', '--prefer-offline'],
  pnpm: ['add', '--prefer-offline'],
  yarn: ['add'],
  bun: ['add'],
}

/** Installs the SDK with the app's own package manager. @throws UsageError with its last words */
export async function installSdk(
  { folder, packageManager }: Project,
  wanted: readonly string[],
  { environment }: Pick<Terminal, 'environment'>,
): Promise<void> {
  const { code, output } = await runCommand(packageManager, [...ADD[packageManager], ...wanted], {
    cwd: folder,
    environment: foreignEnvironment(environment),
  })
  if (code === 0) return
  const command = [packageManager, ...ADD[packageManager], ...wanted].join(' ')
  if (code === null) throw new UsageError(`${packageManager} could not be started (${output}). Install it, and call this again.`)
  throw new UsageError(
    `${packageManager} could not install Latchkey (it ended with ${code}):\n${output.trim().split('\n').slice(-15).join('\n')}\nMend what it says, and call this again. It was: ${command}`,
  )
}

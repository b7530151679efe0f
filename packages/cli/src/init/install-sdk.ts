import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
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
    `${packageManager} could not install Latchkey (it ended with ${code}):\n` +
      `${output.trim().split('\n').slice(-15).join('\n')}\nMend what it says, and call this again. It was: ${command}`,
  )
}

/** What an app imports itself: the components, and their looks as data. */
const NAMES = ['@latchkey/nextjs', '@latchkey/themes']

/**
 * The SDK's packages as package managers are told of them: files that are packed here.
 * @throws UsageError where they cannot be: as long as they are not on the registry, whoever takes their names there must not be installed
 */
export async function findPackages({ environment }: Pick<Terminal, 'environment'>): Promise<readonly string[]> {
  const root = join(import.meta.dirname, '../../../..')
  const pack = join(root, 'tools/pack/run.ts')
  if (!existsSync(pack))
    throw new UsageError(
      "The packages are not on the registry yet, so they are installed from Latchkey's repository. Call latchkey init from " +
        'there: npx --prefix /path/to/latchkey latchkey init.',
    )
  const { code, output } = await runCommand(process.execPath, [pack, '--if-changed'], { cwd: root, environment })
  if (code !== 0)
    throw new UsageError(
      `The packages could not be packed. npm run pack in ${root} shows why:\n${output.trim().split('\n').slice(-10).join('\n')}`,
    )
  const dist = join(root, 'dist')
  return NAMES.map((name) => `${name}@file:${join(dist, globSync(`${name.slice(1).replace('/', '-')}-*.tgz`, { cwd: dist })[0]!)}`)
}

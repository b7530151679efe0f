import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../app/run-command.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'

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
      "The packages are not on the registry yet, so they are installed from Latchkey's repository. Call latchkey init from there: npx --prefix /path/to/latchkey latchkey init.",
    )
  const { code, output } = await runCommand(process.execPath, [pack, '--if-changed'], { cwd: root, environment })
  if (code !== 0)
    throw new UsageError(
      `The packages could not be packed. npm run pack in ${root} shows why:\n${output.trim().split('\n').slice(-10).join('\n')}`,
    )
  const dist = join(root, 'dist')
  return NAMES.map((name) => `${name}@file:${join(dist, globSync(`${name.slice(1).replace('/', '-')}-*.tgz`, { cwd: dist })[0]!)}`)
}

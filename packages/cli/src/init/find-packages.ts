import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../app/run-command.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import { VERSION } from '../version.ts'

/** What an app installs: names of the registry, or the files they are packed into. */
export type Packages = { readonly names: readonly string[] } | { readonly files: ReadonlyMap<string, string> }

/** The SDK's packages: packed here when this command runs from the repository, else of the registry. */
export async function findPackages({ environment }: Pick<Terminal, 'environment'>): Promise<Packages> {
  const root = join(import.meta.dirname, '../../../..')
  const pack = join(root, 'tools/pack/run.ts')
  if (!existsSync(pack)) return { names: [`@latchkey/nextjs@${VERSION}`] }
  const { code, output } = await runCommand(process.execPath, [pack, '--if-changed'], { cwd: root, environment })
  if (code !== 0) throw new UsageError(`The packages could not be packed. npm run pack in ${root} shows why:\n${output.trim().split('\n').slice(-10).join('\n')}`)
  const dist = join(root, 'dist')
  return { files: new Map(globSync('latchkey-*.tgz', { cwd: dist }).map((file) => [nameOf(file), join(dist, file)] as const)) }
}

function nameOf(file: string): string {
  return `@latchkey/${/^latchkey-([a-z]+)-/.exec(file)?.[1] ?? file}`
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageManager, Project } from '../app/read-project.ts'
import { foreignEnvironment, runCommand } from '../app/run-command.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import type { Packages } from './find-packages.ts'

const ADD: { readonly [Manager in PackageManager]: readonly string[] } = {
  npm: ['install', '--no-audit', '--no-fund', '--prefer-offline'],
  pnpm: ['add', '--prefer-offline'],
  yarn: ['add'],
  bun: ['add'],
}

/** What an app imports itself; the others come with them. */
const DIRECT = new Set(['@latchkey/nextjs', '@latchkey/themes'])

/** Installs the SDK with the app's own package manager. @throws UsageError with its last words */
export async function installSdk({ folder, packageManager }: Project, packages: Packages, { environment }: Pick<Terminal, 'environment'>): Promise<void> {
  const wanted = 'names' in packages ? packages.names : packed(folder, packageManager, packages.files)
  const { code, output } = await runCommand(packageManager, [...ADD[packageManager], ...wanted], { cwd: folder, environment: foreignEnvironment(environment) })
  if (code === 0) return
  const command = [packageManager, ...ADD[packageManager], ...wanted].join(' ')
  if (code === null) throw new UsageError(`${packageManager} could not be started (${output}). Install it, and call this again.`)
  throw new UsageError(`${packageManager} could not install Latchkey (it ended with ${code}):\n${output.trim().split('\n').slice(-15).join('\n')}\nMend what it says, and call this again. It was: ${command}`)
}

/** Packed packages name each other as the registry will know them; the manager is told that they are the files here. */
function packed(folder: string, manager: PackageManager, files: ReadonlyMap<string, string>): readonly string[] {
  if (manager === 'npm') return [...files.values()]
  const overrides = [...files].map(([name, file]) => [name, `file:${file}`] as const)
  if (manager === 'pnpm') overrideInWorkspace(join(folder, 'pnpm-workspace.yaml'), overrides)
  else overrideInManifest(join(folder, 'package.json'), manager === 'yarn' ? 'resolutions' : 'overrides', overrides)
  return overrides.filter(([name]) => DIRECT.has(name)).map(([name, file]) => `${name}@${file}`)
}

function overrideInWorkspace(path: string, overrides: readonly (readonly [string, string])[]): void {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const kept = text.replaceAll(/^ {2}'@latchkey\/[a-z]+': .*\n/gm, '')
  const lines = overrides.map(([name, file]) => `  '${name}': ${file}\n`).join('')
  const after = /^overrides:[ \t]*$/m.test(kept) ? kept.replace(/^overrides:[ \t]*\n?/m, () => `overrides:\n${lines}`) : `${kept === '' || kept.endsWith('\n') ? kept : `${kept}\n`}overrides:\n${lines}`
  if (after !== text) writeFileSync(path, after)
}

function overrideInManifest(path: string, field: 'resolutions' | 'overrides', overrides: readonly (readonly [string, string])[]): void {
  const text = readFileSync(path, 'utf8')
  const manifest = JSON.parse(text) as Record<string, unknown>
  const indentation = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  '
  writeFileSync(path, `${JSON.stringify({ ...manifest, [field]: { ...(manifest[field] as object | undefined), ...Object.fromEntries(overrides) } }, null, indentation)}\n`)
}

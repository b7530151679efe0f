import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package that lies ready to be served. */
export interface StoredPackage {
  readonly name: string
  readonly version: string
  readonly folder: string
}

/** The packages in a folder's `node_modules`, known by what they call themselves: several versions lie there under names of their own. */
export function storedPackages(home: string): readonly StoredPackage[] {
  const modules = join(home, 'node_modules')
  return folders(modules)
    .flatMap((name) => (name.startsWith('@') ? folders(join(modules, name)).map((inner) => join(name, inner)) : [name]))
    .flatMap((name) => readPackage(join(modules, name)))
}

/** The package that a version, the beginning of one, or `latest` means: the highest that fits. */
export function pickPackage(stored: readonly StoredPackage[], name: string, version: string): StoredPackage | null {
  const fits = stored.filter(
    (one) => one.name === name && (version === 'latest' || one.version === version || one.version.startsWith(`${version}.`)),
  )
  return fits.toSorted((a, b) => compare(b.version, a.version))[0] ?? null
}

function folders(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

function readPackage(folder: string): StoredPackage[] {
  try {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown; version?: unknown }
    return typeof name === 'string' && typeof version === 'string' ? [{ name, version, folder }] : []
  } catch {
    return []
  }
}

/** A release comes after its own pre-releases. @see Semantic Versioning 2.0, section 11 */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('-', 1)[0]!.split('.').map(Number))
  for (const [i, part] of left!.entries()) if (part !== right![i]) return part - (right![i] ?? 0)
  if (a.includes('-') !== b.includes('-')) return a.includes('-') ? -1 : 1
  return a < b ? -1 : 1
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './paths.ts'
import { plainEnv, run } from './process.ts'

interface Parcel {
  readonly name: string
  readonly version: string
  /** Its place in `node_modules`; two versions of one package need two. */
  readonly folder: string
  readonly integrity: string
}

/** Installs the packages of a folder as its lock file says, unless they are there already. @param flags what npm is told besides */
export async function installPackages(folder: string, flags: readonly string[] = []): Promise<void> {
  const stampFile = join(folder, 'node_modules/.latchkey-e2e')
  const stamp = digest(
    readFileSync(join(folder, 'package.json')),
    readFileSync(join(folder, 'package-lock.json')),
    `${process.platform}-${process.arch}`,
  )
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  await npm(['ci', '--prefer-offline', '--no-audit', '--no-fund', ...flags], folder, `install-${digest(folder).slice(0, 8)}`)
  writeFileSync(stampFile, stamp)
}

/** Puts packed packages beside those of the lock file, unless the same are there already. @param more what npm is told besides */
export async function installTarballs(folder: string, tarballs: readonly string[], more: readonly string[] = []): Promise<void> {
  const stampFile = join(folder, 'node_modules/.latchkey-e2e-tarballs')
  const stamp = digest(...tarballs.map((file) => readFileSync(file)))
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const flags = ['--no-save', '--no-package-lock', '--prefer-offline', '--no-audit', '--no-fund', ...more]
  await npm(['install', ...flags, ...tarballs], folder, `install-${digest(folder).slice(0, 8)}`)
  writeFileSync(stampFile, stamp)
}

/**
 * Lays Clerk's published browser scripts into a folder's `node_modules`, without their dependencies: the scripts are
 * bundles that need none, and the dependencies are 800 MB. Two suites may do it at once: each fetches into a folder of its
 * own, and the first to be done puts it in its place.
 */
export async function fetchClerkScripts(listFile: string): Promise<string> {
  const list = JSON.parse(readFileSync(listFile, 'utf8')) as readonly Parcel[]
  const stamp = digest(readFileSync(listFile))
  const done = join(cache, `clerk-scripts-${stamp.slice(0, 12)}`)
  if (existsSync(done)) return done
  const home = `${done}.${process.pid}`
  rmSync(home, { recursive: true, force: true })
  for (const { name, version, folder, integrity } of list) {
    const parcel = join(home, 'parcels', folder)
    const target = join(home, 'node_modules', folder)
    mkdirSync(parcel, { recursive: true })
    mkdirSync(join(target, '..'), { recursive: true })
    await npm(['pack', `${name}@${version}`, '--prefer-offline', '--pack-destination', parcel], home, 'pack')
    const file = join(parcel, readdirSync(parcel)[0] ?? 'nothing')
    const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
    if (found !== integrity) throw new Error(`${name}@${version} is not the package that was pinned: ${found}`)
    const args = ['-xzf', file, '-C', parcel]
    await run({ name: 'tar', command: 'tar', args, cwd: parcel, env: plainEnv(), log: join(cache, 'tar.log') })
    renameSync(join(parcel, 'package'), target)
  }
  rmSync(join(home, 'parcels'), { recursive: true })
  try {
    renameSync(home, done)
  } catch (error) {
    if (!existsSync(done)) throw error
    rmSync(home, { recursive: true })
  }
  return done
}

/** A fingerprint of the parts, in their order. */
export function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

async function npm(args: readonly string[], cwd: string, log: string): Promise<void> {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  await run({ name: `npm ${args[0]} in ${cwd}`, command, args, cwd, env: plainEnv(), log: join(cache, `${log}.log`) })
}

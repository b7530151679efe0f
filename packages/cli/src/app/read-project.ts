import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../usage-error.ts'

/** Programs that install packages. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun'

/** A Next.js app, as far as adding to it goes. */
export interface Project {
  readonly folder: string
  /** Of its package.json. */
  readonly name: string
  /** Of the installed Next.js, else the lowest that package.json asks for. */
  readonly nextVersion: string
  readonly nextMajor: number
  /** `src` or `''`: what its `app` and `pages` stand in. */
  readonly source: '' | 'src'
  readonly appRouter: boolean
  readonly pagesRouter: boolean
  readonly typescript: boolean
  readonly packageManager: PackageManager
}

/** @throws UsageError where there is no Next.js app that Latchkey can be added to */
export function readProject(folder: string): Project {
  const manifest = readManifest(folder)
  const asked = { ...manifest.devDependencies, ...manifest.dependencies }.next
  if (asked === undefined)
    throw new UsageError(
      `The package.json in ${folder} does not have next among its dependencies. Go to the folder of your Next.js app, or name it.`,
    )
  const nextVersion = installedVersion(folder, 'next') ?? /\d+(\.\d+)*/.exec(asked)?.[0] ?? '16'
  const nextMajor = Number(nextVersion.split('.')[0])
  if (nextMajor < 15)
    throw new UsageError(`This app uses Next.js ${nextVersion}, and Latchkey needs 15.5.18 or newer. Update it: npx @next/codemod upgrade.`)
  // Next.js itself looks at the top first, and then does not look into src.
  const has = (name: string) => existsSync(join(folder, name))
  const source = !has('app') && !has('pages') && (has('src/app') || has('src/pages')) ? 'src' : ''
  const [appRouter, pagesRouter] = [has(join(source, 'app')), has(join(source, 'pages'))]
  if (!appRouter && !pagesRouter)
    throw new UsageError(`There is no app or pages folder in ${folder} or its src. Go to the folder of your Next.js app, or name it.`)
  return {
    folder,
    name: manifest.name ?? 'app',
    nextVersion,
    nextMajor,
    source,
    appRouter,
    pagesRouter,
    typescript: has('tsconfig.json'),
    packageManager: findPackageManager(folder, manifest.packageManager),
  }
}

/** The version of a package that is installed where the app finds it; `null` when it is not. */
export function installedVersion(folder: string, name: string): string | null {
  const path = join(folder, 'node_modules', name, 'package.json')
  if (existsSync(path)) return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
  return dirname(folder) === folder ? null : installedVersion(dirname(folder), name)
}

interface Manifest {
  readonly name?: string
  readonly packageManager?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  } catch (error) {
    const why =
      error instanceof SyntaxError ? `The package.json in ${folder} is not readable JSON.` : `There is no package.json in ${folder}.`
    throw new UsageError(`${why} Go to the folder of your Next.js app, or name it.`)
  }
}

const LOCKS: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
]

/** What package.json names, else whose lock file is nearest, upwards as in a workspace, else npm. */
function findPackageManager(folder: string, named: string | undefined): PackageManager {
  const [, word] = /^(npm|pnpm|yarn|bun)@/.exec(named ?? '') ?? []
  if (word !== undefined) return word as PackageManager
  const lock = LOCKS.find(([file]) => existsSync(join(folder, file)))
  if (lock !== undefined) return lock[1]
  // A repository ends at its .git: what lies above belongs to somebody else.
  return dirname(folder) === folder || existsSync(join(folder, '.git')) ? 'npm' : findPackageManager(dirname(folder), undefined)
}

/** A command about the app's folder, as the folder was named on the command line; without a name it is the one where one is. */
export function aboutFolder(command: string, folder: string | undefined): string {
  if (folder === undefined) return command
  return `${command} ${/^[\w./\\:-]+$/.test(folder) ? folder : `"${folder}"`}`
}

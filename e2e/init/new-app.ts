import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cache, homeOf, root } from '../support/paths.ts'
import { plainEnv, run, type Running, start } from '../support/process.ts'

const tools = join(import.meta.dirname, 'tools/node_modules')
const home = homeOf('init')

/** An app as create-next-app makes it, without its packages. */
export interface NewApp {
  readonly name: string
  readonly folder: string
  /** Runs `latchkey` in the app's folder and returns what it said. @throws when it fails */
  latchkey(...args: readonly string[]): Promise<string>
  /** Starts `latchkey`, for a run that may fail. */
  begin(...args: readonly string[]): Running
  /** Builds the app for production and serves it. */
  serve(port: number): Promise<Running>
  /** What the app's own files are: names and texts. */
  files(): string
}

/** How it is made. */
export interface NewAppOptions {
  readonly name: string
  /** Which create-next-app, by its folder among the tools. */
  readonly creator: 'create-next-app' | 'create-next-app-15'
  readonly flags: readonly string[]
  readonly dataDir: string
}

/** Makes an app. What somebody answered create-next-app before does not count. */
export async function newApp({ name, creator, flags, dataDir }: NewAppOptions): Promise<NewApp> {
  const folder = join(home, name)
  rmSync(folder, { recursive: true, force: true })
  const env = plainEnv({
    LATCHKEY_DATA_DIR: dataDir,
    XDG_CONFIG_HOME: join(home, 'config'),
    NEXT_FONT_GOOGLE_MOCKED_RESPONSES: join(import.meta.dirname, 'fonts.cjs'),
    PATH: `${join(tools, '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  })
  const log = (step: string) => join(cache, 'init', `${name}-${step}.log`)
  const inFolder = (step: string, script: string, ...args: readonly string[]) => ({
    name: `${name}: ${step}`,
    command: process.execPath,
    args: [script, ...args],
    cwd: folder,
    env,
    log: log(step),
  })
  const create = join(tools, creator, 'dist/index.js')
  await run({ ...inFolder('create', create, folder, '--yes', '--skip-install', '--disable-git', ...flags), cwd: root })
  const bin = process.env['LATCHKEY_BIN'] ?? join(root, 'packages/cli/src/bin.ts')
  const next = () => join(folder, 'node_modules/next/dist/bin/next')
  return {
    name,
    folder,
    latchkey: (...args) => run(inFolder(args[0] ?? 'latchkey', bin, ...args)),
    begin: (...args) => start(inFolder(args[0] ?? 'latchkey', bin, ...args)),
    async serve(port) {
      await run(inFolder('build', next(), 'build'))
      return start(inFolder('start', next(), 'start', '-H', 'localhost', '-p', String(port)))
    },
    files: () => textsOf(folder),
  }
}

function textsOf(folder: string): string {
  const generated = /^(?:node_modules|\.next|next-env\.d\.ts|.*\.tsbuildinfo)$/
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !generated.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const path = join(folder, entry.name)
      return `${entry.name}\n${entry.isDirectory() ? textsOf(path) : readFileSync(path, 'latin1')}`
    })
    .join('\n')
}

/** Has the app this file? */
export function has({ folder }: NewApp, path: string): boolean {
  return existsSync(join(folder, path))
}

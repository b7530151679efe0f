import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { digest, installPackages } from './install.ts'
import { cache } from './paths.ts'
import { type Running, answers, freePort, plainEnv, run, start } from './process.ts'

/** A Next.js application that runs in its production build. */
export interface App extends Running {
  readonly url: string
}

/** Which application, with which environment. */
export interface AppOptions {
  readonly suite: string
  readonly folder: string
  /** Wanted port; another is taken when it is not free. */
  readonly port: number
  /** The lines of its `.env.local`. It gets nothing else. */
  readonly env: Readonly<Record<string, string>>
  /** The Node that runs it; ours unless given. */
  readonly node?: string
  /** Its packages are there already, as those of this repository are. */
  readonly installed?: boolean
  /** What else goes into the build: a change there means building anew. */
  readonly builtFrom?: readonly string[]
}

/** Installs, builds and starts the application; what was installed or built before is used again. */
export async function startApp(options: AppOptions): Promise<App> {
  const { suite, folder, port: wanted, env, node = process.execPath, installed = false, builtFrom = [] } = options
  const port = await freePort(wanted)
  if (!installed) await installPackages(folder)
  writeFileSync(join(folder, '.env.local'), lines(env))
  const next = (name: string, ...args: string[]) => ({
    name: `next ${name}`,
    command: node,
    args: [createRequire(join(folder, 'package.json')).resolve('next/dist/bin/next'), name, ...args],
    cwd: folder,
    env: plainEnv(),
    log: join(cache, suite, `next-${name}.log`),
  })
  const stampFile = join(folder, '.next/latchkey-e2e')
  const stamp = digest(...[folder, ...builtFrom].flatMap(sources), lines(inlined(env)))
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    await run(next('build'))
    writeFileSync(stampFile, stamp)
  }
  // `-H 127.0.0.1` would make the middleware's rewrites go to another host than the server listens on.
  const app = start(next('start', '-H', 'localhost', '-p', String(port)))
  const url = `http://localhost:${port}`
  await answers(url, app)
  return { url, ...app }
}

/** What a build takes in; the rest of the environment is read when the application runs. */
function inlined(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('NEXT_PUBLIC_')))
}

function lines(env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

function sources(folder: string): (string | Buffer)[] {
  const generated = /^(node_modules|\.next|\.env\.local|next-env\.d\.ts)$|\.tsbuildinfo$/
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !generated.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? [entry.name, ...sources(path)] : [entry.name, readFileSync(path)]
    })
}

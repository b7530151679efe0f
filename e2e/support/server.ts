import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { cache, root } from './paths.ts'
import { type Running, answers, freePort, plainEnv, run, start } from './process.ts'

/** What `latchkey apps create --json` says of a new application. */
export interface Application {
  readonly application_id: string
  readonly instance_id: string
  readonly publishable_key: string
  readonly secret_key: string
  readonly frontend_api_url: string
  readonly backend_api_url: string
}

/** A Latchkey server of its own for one suite, started as a user would start it. */
export interface Latchkey extends Running {
  readonly url: string
  readonly application: Application
  /** The lines that `latchkey env --sdk …` prints for the application. */
  env(sdk: string): Promise<Record<string, string>>
  /** Changes settings of the application, as words of `latchkey apps settings`; the server goes by them within a second. */
  set(...settings: readonly string[]): Promise<void>
  /** Moves the server's clock this many milliseconds away from the real time; 0 puts it back. */
  moveClock(ms: number): Promise<void>
  /** Makes it longer ago by so many minutes that whoever is signed in now has proven who they are. */
  age(minutes: number): void
}

/** What a suite asks for. */
export interface LatchkeyOptions {
  readonly suite: string
  /** Wanted port; another is taken when it is not free. */
  readonly port: number
  /** Folder whose `node_modules` holds Clerk's browser scripts. */
  readonly scripts?: string
  /** Where browsers and applications reach it, when that is not where it listens. */
  readonly publicUrl?: string
}

/** Starts a server with an empty data directory and makes one application in it. */
export async function startLatchkey({ suite, port: wanted, scripts, publicUrl }: LatchkeyOptions): Promise<Latchkey> {
  const home = join(cache, suite)
  const dataDir = join(home, 'data')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  const port = await freePort(wanted)
  const url = `http://localhost:${port}`
  const env = plainEnv({
    LATCHKEY_PORT: String(port),
    LATCHKEY_DATA_DIR: dataDir,
    LATCHKEY_TEST_CLOCK: '1',
    LATCHKEY_CLERK_SCRIPTS: scripts,
    LATCHKEY_PUBLIC_URL: publicUrl,
  })
  // An installed `latchkey` can be put to the same test as the sources.
  const bin = process.env['LATCHKEY_BIN'] ?? join(root, 'packages/cli/src/bin.ts')
  const latchkey = (...args: string[]) => ({
    name: `latchkey ${args.join(' ')}`,
    command: process.execPath,
    args: [bin, ...args],
    cwd: home,
    env,
    log: join(home, `latchkey-${args[0]}.log`),
  })
  const server = start(latchkey('dev'))
  await answers(url, server)
  const application = firstJson<Application>(await run(latchkey('apps', 'create', suite, '--json')))
  return {
    ...server,
    url,
    application,
    env: async (sdk) => envLines(await run(latchkey('env', '--sdk', sdk, '--app', suite))),
    async set(...settings) {
      await run(latchkey('apps', 'settings', ...settings, '--app', suite))
      await sleep(1_100)
    },
    async moveClock(ms) {
      writeFileSync(join(dataDir, 'clock-offset'), String(ms))
      // The server looks at the file every 50 ms at most.
      await sleep(100)
    },
    age(minutes) {
      // The clock of the application's server stays as it is, and would not believe a token from another time.
      const database = new DatabaseSync(join(dataDir, 'latchkey.db'))
      database.exec(`pragma busy_timeout = 10000; update sessions set fva1_at = fva1_at - ${minutes * 60_000}`)
      database.close()
    },
  }
}

/** The object in what a command printed, whatever stands around it. @throws when there is none */
export function firstJson<T>(output: string): T {
  const begin = output.indexOf('{')
  const end = output.lastIndexOf('}')
  if (begin < 0 || end < begin) throw new Error(`No JSON in the output:\n${output}`)
  return JSON.parse(output.slice(begin, end + 1)) as T
}

function envLines(output: string): Record<string, string> {
  const lines = output.split('\n').map((line) => /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line.trim()))
  const env = Object.fromEntries(lines.filter((match) => match !== null).map((match) => [match[1], unquote(match[2] ?? '')]))
  if (Object.keys(env).length === 0) throw new Error(`No KEY=value line in the output:\n${output}`)
  return env
}

function unquote(value: string): string {
  return value.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2')
}

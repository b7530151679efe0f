import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cache } from '../support/paths.ts'
import { freePort } from '../support/process.ts'
import { type Application, firstJson } from '../support/server.ts'
import type { Canaries } from './canaries.ts'
import { type Answer, type Asked, Connection } from '../support/connection.ts'
import { type Database, postgresDatabase, sqliteDatabase } from './database.ts'
import { type ServerProcess, startServer } from './server-process.ts'

/** One application on one database, served by any number of processes that share everything a deployment shares. */
export interface Deployment {
  readonly database: Database
  /** Processes that run, or ran before they were killed; the public URL is that of the first. */
  readonly servers: ServerProcess[]
  readonly ports: readonly number[]
  readonly publishableKey: string
  readonly secretKey: string
  /** Path of the application's Frontend API. */
  readonly base: string
  readonly canaries: Canaries
  /** A connection to one of the processes, chosen by number. */
  connect(nth?: number): Connection
  /** One request on a connection of its own. */
  once(asked: Asked, nth?: number): Promise<Answer>
  /** A request of the application's own server. @throws when it is refused */
  backend<Result>(path: string, json: unknown): Promise<Result>
  /** Starts a process on the port of one that has ended. */
  restart(nth: number): Promise<void>
  /** Moves the clock of all processes, in milliseconds from the real time. */
  moveClock(ms: number): Promise<void>
  /** What every process of this deployment has written, the keys that `dev` prints on purpose left out. */
  log(): string
}

/** The origin of the application's pages. */
export const appOrigin = 'http://localhost:3999'

/** Starts processes on a fresh database. @param postgres URL of a PostgreSQL, or `null` for a SQLite file */
export async function deploy(name: string, postgres: string | null, processes: number, canaries: Canaries): Promise<Deployment> {
  const dataDir = join(cache, 'resilience', name)
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secretsKey = randomBytes(32).toString('base64')
  canaries.add('secrets key', secretsKey)
  const database =
    postgres === null ? sqliteDatabase(join(dataDir, 'latchkey.db')) : await postgresDatabase(postgres, name.replaceAll('-', '_'))
  const ports: number[] = []
  while (ports.length < processes) ports.push(await freePort(0))
  const env = {
    LATCHKEY_PUBLIC_URL: `http://localhost:${ports[0]}`,
    LATCHKEY_DATABASE_URL: database.url,
    LATCHKEY_DATA_DIR: dataDir,
    LATCHKEY_SECRETS_KEY: secretsKey,
    LATCHKEY_LOG_LEVEL: 'debug',
    LATCHKEY_TEST_CLOCK: '1',
  }
  const start = (nth: number): Promise<ServerProcess> => startServer(ports[nth]!, env)
  const servers = [await start(0)]
  const made = await servers[0]!.command('apps', 'create', 'Resilience', '--json')
  for (let nth = 1; nth < processes; nth++) servers.push(await start(nth))
  canaries.see(made)
  const { secret_key: secretKey, publishable_key: publishableKey, frontend_api_url: frontendApiUrl } = firstJson<Application>(made)
  const ended: ServerProcess[] = []
  const connect = (nth = 0): Connection => new Connection(ports[nth % ports.length]!, { listen: canaries.see })
  const once = async (asked: Asked, nth = 0): Promise<Answer> => {
    const connection = connect(nth)
    return connection.ask(asked).finally(() => connection.close())
  }
  return {
    database,
    servers,
    ports,
    canaries,
    connect,
    once,
    secretKey,
    publishableKey,
    base: new URL(frontendApiUrl).pathname,
    async backend<Result>(path: string, json: unknown) {
      const answer = await once({ path, json, headers: { Authorization: `Bearer ${secretKey}` } })
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body}`)
      return JSON.parse(answer.body) as Result
    },
    async restart(nth) {
      ended.push(servers[nth]!)
      servers[nth] = await start(nth)
    },
    async moveClock(ms) {
      writeFileSync(join(dataDir, 'clock-offset'), String(ms))
      // Looked at every 50 ms at most.
      await sleep(120)
    },
    log: () => [...ended, ...servers].map((server) => server.output().replace(block, '')).join(''),
  }
}

/** What `dev` prints at its start. */
const block = /\nLatchkey is running\.\n[\s\S]*?(?:--sdk clerk\n|$)/g

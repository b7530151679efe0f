import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import { noteFolder, runningServers } from './running-servers.ts'

/**
 * The environment that a command works in, with what belongs to the server it is for: the one that LATCHKEY_DATA_DIR or
 * LATCHKEY_DATABASE_URL names; else that of the nearest `.latchkey`, here or in a folder above; else the one that runs on this machine,
 * of several that of the folder which the command is run from, whose data is also found while it does not run.
 * @throws UsageError that says what was looked for, or which servers there are to choose from
 */
export function findServer({ environment, cwd, checkout }: Pick<Terminal, 'environment' | 'cwd' | 'checkout'>): Terminal['environment'] {
  const { LATCHKEY_DATA_DIR, LATCHKEY_DATABASE_URL } = environment
  if (LATCHKEY_DATA_DIR) return withKnownUrl({ ...environment, LATCHKEY_DATA_DIR: resolve(cwd, LATCHKEY_DATA_DIR) })
  const near = nearestDataDir(cwd)
  if (near !== null || LATCHKEY_DATABASE_URL) return withKnownUrl({ ...environment, LATCHKEY_DATA_DIR: near ?? join(cwd, '.latchkey') })
  const servers = runningServers(environment)
  const own = checkout === null ? null : join(checkout, '.latchkey')
  const server = servers.find(({ dataDir }) => dataDir === own) ?? servers[0]
  if (server === undefined) {
    if (own !== null && existsSync(own)) return withKnownUrl({ ...environment, LATCHKEY_DATA_DIR: own })
    throw new UsageError(
      `No Latchkey server was found: LATCHKEY_DATA_DIR is not set, there is no .latchkey in ${cwd} or a folder above it, ` +
        `and none that is noted in ${noteFolder(environment)} is running. Start one with npm start in Latchkey's folder, or set ` +
        'LATCHKEY_DATA_DIR to the data folder of yours.',
    )
  }
  if (servers.length > 1 && server.dataDir !== own) {
    const list = servers.map(({ publicUrl, dataDir }) => `\n  LATCHKEY_DATA_DIR=${dataDir}  for ${publicUrl}`).join('')
    throw new UsageError(`Several Latchkey servers are running on this machine. Set LATCHKEY_DATA_DIR to say which one you mean:${list}`)
  }
  if (server.databasePath === null && !LATCHKEY_DATABASE_URL) {
    throw new UsageError(
      `The server at ${server.publicUrl} keeps its data in PostgreSQL. Set LATCHKEY_DATABASE_URL and LATCHKEY_SECRETS_KEY as it has them.`,
    )
  }
  return {
    ...environment,
    LATCHKEY_DATA_DIR: server.dataDir,
    LATCHKEY_DATABASE_URL: server.databasePath ?? undefined,
    LATCHKEY_PUBLIC_URL: environment.LATCHKEY_PUBLIC_URL ?? server.publicUrl,
  }
}

function nearestDataDir(folder: string): string | null {
  const here = join(folder, '.latchkey')
  if (existsSync(here)) return here
  return dirname(folder) === folder ? null : nearestDataDir(dirname(folder))
}

const NAME = 'public-url'

/** Leaves behind where the development server is reached, for commands that run beside it or later: keys depend on it. */
export function rememberUrl(dataDir: string, publicUrl: string): void {
  writeFileSync(join(dataDir, NAME), `${publicUrl}\n`)
}

/** The environment, with what the development server left behind in its data folder where the environment says nothing itself. */
export function withKnownUrl(environment: { readonly [name: string]: string | undefined }): {
  readonly [name: string]: string | undefined
} {
  if (environment.LATCHKEY_PUBLIC_URL !== undefined || environment.LATCHKEY_PORT !== undefined) return environment
  try {
    const LATCHKEY_PUBLIC_URL = readFileSync(join(resolve(environment.LATCHKEY_DATA_DIR ?? '.latchkey'), NAME), 'utf8').trim()
    return { ...environment, LATCHKEY_PUBLIC_URL }
  } catch {
    return environment
  }
}

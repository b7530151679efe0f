import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A development server of this user that runs on this machine. */
export interface RunningServer {
  readonly pid: number
  readonly dataDir: string
  readonly publicUrl: string
  /** The path of its SQLite file; `null` for PostgreSQL, whose address has a password in it and is kept nowhere. */
  readonly databasePath: string | null
}

type Environment = { readonly [name: string]: string | undefined }

/** Where they are noted. */
export const noteFolder = (environment: Environment): string => join(stateFolder(environment), 'servers')

/**
 * Notes that a server runs, for commands that are called in any folder. Nothing depends on it, so a folder that cannot be written
 * is no failure.
 * @returns takes the note away
 */
export function noteServer(environment: Environment, server: RunningServer): () => void {
  const path = join(noteFolder(environment), `${server.pid}.json`)
  try {
    mkdirSync(noteFolder(environment), { recursive: true, mode: 0o700 })
    writeFileSync(path, `${JSON.stringify(server)}\n`, { mode: 0o600 })
  } catch {
    return () => {}
  }
  return () => rmSync(path, { force: true })
}

/** Those that still run; the notes of others are taken away. */
export function runningServers(environment: Environment): readonly RunningServer[] {
  const folder = noteFolder(environment)
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const server = readNote(path)
    if (server !== null && runs(server.pid) && existsSync(server.dataDir)) return [server]
    rmSync(path, { force: true })
    return []
  })
}

function readNote(path: string): RunningServer | null {
  try {
    const { pid, dataDir, publicUrl, databasePath } = JSON.parse(readFileSync(path, 'utf8')) as RunningServer
    return typeof pid === 'number' && typeof dataDir === 'string' && typeof publicUrl === 'string'
      ? { pid, dataDir, publicUrl, databasePath: databasePath ?? null }
      : null
  } catch {
    return null
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Where this user's programs keep what is worth nothing on another machine. */
function stateFolder(environment: { readonly [name: string]: string | undefined }): string {
  const base = environment.XDG_STATE_HOME || (environment.LOCALAPPDATA ?? join(environment.HOME || homedir(), '.local', 'state'))
  return join(base, 'latchkey')
}

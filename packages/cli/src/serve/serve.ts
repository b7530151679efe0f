import { join, resolve } from 'node:path'
import {
  builtPages,
  createLog,
  createServer,
  DatabaseNotOpened,
  listen,
  offsetClock,
  releaseMemoryWhenQuiet,
  type Server,
  systemClock,
} from '@latchkey/server'
import { type Config, readConfig } from '../config/read-config.ts'
import { unknownProxy } from '../config/unknown-proxy.ts'
import { rememberUrl } from '../find-server/find-server.ts'
import { noteServer, runningServers } from '../find-server/running-servers.ts'
import { storageSentence } from '../storage-sentence.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'

/** A server that listens, as somebody who greets sees it. */
export interface Serving {
  readonly config: Config
  readonly admin: Server['admin']
}

/**
 * Listens until the terminal says stop.
 * @param greet says what is printed once it listens; `null` for a line in the log
 * @throws UsageError for what the person can put right
 */
export async function serve(
  mode: 'dev' | 'start',
  terminal: Pick<Terminal, 'environment' | 'command' | 'print' | 'stopped'>,
  greet: ((serving: Serving) => Promise<string>) | null,
): Promise<void> {
  const config = readConfig(terminal.environment, mode)
  const clock = config.testClock ? offsetClock(join(config.dataDir, 'clock-offset')) : systemClock
  const log = createLog({ format: mode === 'dev' ? 'pretty' : 'json', level: config.logLevel })
  const directory = builtPages()
  const assets = directory === null ? null : { directory }
  const noDatabase = (error: unknown) => {
    throw new UsageError(storageSentence(config.databaseUrl, error))
  }
  const server = await createServer({ ...config, command: terminal.command, clock, log, assets }).catch((error: unknown) => {
    throw error instanceof DatabaseNotOpened ? new UsageError(storageSentence(config.databaseUrl, error)) : error
  })
  const endReleasing = releaseMemoryWhenQuiet()
  let forget = () => {}
  try {
    await server.migrate().catch(noDatabase)
    const listening = await listen(server, { port: config.port, host: config.host, tls: mode === 'dev', dataDir: config.dataDir })
    if (!listening.ok) throw new UsageError(listenSentence(config, listening.code, terminal.environment))
    if (mode === 'dev') {
      rememberUrl(config.dataDir, config.publicUrl)
      forget = noteServer(terminal.environment, {
        pid: process.pid,
        dataDir: config.dataDir,
        publicUrl: config.publicUrl,
        databasePath: databasePath(config),
      })
    }
    if (greet) terminal.print(await greet({ config, admin: server.admin }))
    else log.info({ port: config.port, publicUrl: config.publicUrl }, 'listening')
    const unknown = mode === 'start' ? unknownProxy(config) : null
    if (unknown !== null) log.warn({}, `${unknown.what} ${unknown.remedy}`)
    await terminal.stopped
    await listening.close()
  } finally {
    forget()
    endReleasing()
    await server.close()
  }
}

function databasePath({ databaseUrl }: Config): string | null {
  return /^postgres(ql)?:/.test(databaseUrl) ? null : resolve(databaseUrl)
}

function listenSentence(config: Config, code: string, environment: Terminal['environment']): string {
  if (code === 'EADDRINUSE') {
    const other = runningServers(environment).find(({ publicUrl }) => new URL(publicUrl).port === String(config.port))
    const who = other === undefined ? '' : ` by the Latchkey server that has its data in ${other.dataDir}`
    return `Port ${config.port} is taken${who}: stop ${other === undefined ? 'what uses it' : 'it'} or set LATCHKEY_PORT to another.`
  }
  if (code === 'EACCES') return `Port ${config.port} may not be used by this user: set LATCHKEY_PORT to one above 1023.`
  return `${config.host}:${config.port} cannot be listened on (${code}): check LATCHKEY_HOST and LATCHKEY_PORT.`
}

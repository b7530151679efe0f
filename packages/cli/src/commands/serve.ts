import { join } from 'node:path'
import { type ApplicationDescription, builtPages, createLog, createServer, listen, offsetClock, releaseMemoryWhenQuiet, type Server, systemClock } from '@latchkey/server'
import type { Command, Terminal } from '../command.ts'
import { type Config, readConfig } from '../config.ts'
import { envBlock } from '../env-block.ts'
import { rememberUrl } from '../known-url.ts'
import { parse } from '../parse.ts'
import { storageSentence } from '../storage-sentence.ts'
import { UsageError } from '../usage-error.ts'

/** Runs the server for development: inbox, printed keys, first application made by itself. */
export const dev: Command = {
  name: 'dev',
  summary: 'run the server for development',
  help: `latchkey dev

  Runs the server on http://localhost:4000 with the inbox at /inbox, and prints the environment block of a first application.
  Data lives in .latchkey. Ctrl-C stops it.`,
  run: (args, terminal) => {
    parse(args, {})
    return serve('dev', terminal, greeting)
  },
}

/** Runs the server for production. */
export const start: Command = {
  name: 'start',
  summary: 'run the server for production',
  help: `latchkey start

  Runs the server for production: JSON log, no inbox, mail by LATCHKEY_SMTP_URL, secrets sealed with LATCHKEY_SECRETS_KEY.`,
  run: (args, terminal) => {
    parse(args, {})
    return serve('start', terminal, null)
  },
}

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
  terminal: Terminal,
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
  const server = await createServer({ ...config, clock, log, assets }).catch(noDatabase)
  const endReleasing = releaseMemoryWhenQuiet()
  try {
    await server.migrate().catch(noDatabase)
    const listening = await listen(server, { port: config.port, host: config.host, tls: mode === 'dev', dataDir: config.dataDir })
    if (!listening.ok) throw new UsageError(listenSentence(config, listening.code))
    if (mode === 'dev') rememberUrl(config.dataDir, config.publicUrl)
    if (greet) terminal.print(await greet({ config, admin: server.admin }))
    else log.info({ port: config.port, publicUrl: config.publicUrl }, 'listening')
    await terminal.stopped
    await listening.close()
  } finally {
    endReleasing()
    await server.close()
  }
}

/** The first application of a server, made when there is none. */
export async function firstApplication(admin: Server['admin']): Promise<ApplicationDescription> {
  if ((await admin.listApplications()).length === 0) await admin.createApplication({ name: 'My app' })
  return admin.findApplication(null)
}

async function greeting({ config, admin }: Serving): Promise<string> {
  const app = await firstApplication(admin)
  return `
Latchkey is running.

  server  ${config.publicUrl}
  inbox   ${config.publicUrl}/inbox

${app.name}, for the .env.local of a Next.js app:

${envBlock('latchkey', { ...app, applicationName: app.name })}

With Clerk's SDK in the app, other lines: latchkey env --sdk clerk
`
}

function listenSentence(config: Config, code: string): string {
  if (code === 'EADDRINUSE') return `Port ${config.port} is taken: stop what uses it or set LATCHKEY_PORT to another.`
  if (code === 'EACCES') return `Port ${config.port} may not be used by this user: set LATCHKEY_PORT to one above 1023.`
  return `${config.host}:${config.port} cannot be listened on (${code}): check LATCHKEY_HOST and LATCHKEY_PORT.`
}

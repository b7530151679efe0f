import { join } from 'node:path'
import { createLog, createServer, listen, offsetClock, systemClock } from '@latchkey/server'
import type { Command, Terminal } from '../command.ts'
import { type Config, readConfig } from '../config.ts'
import { envBlock } from '../env-block.ts'
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
  run: (args, terminal) => serve('dev', args, terminal),
}

/** Runs the server for production. */
export const start: Command = {
  name: 'start',
  summary: 'run the server for production',
  help: `latchkey start

  Runs the server for production: JSON log, no inbox, mail by LATCHKEY_SMTP_URL, secrets sealed with LATCHKEY_SECRETS_KEY.`,
  run: (args, terminal) => serve('start', args, terminal),
}

async function serve(mode: 'dev' | 'start', args: readonly string[], terminal: Terminal): Promise<void> {
  parse(args, {})
  const config = readConfig(terminal.environment, mode)
  const clock = config.testClock ? offsetClock(join(config.dataDir, 'clock-offset')) : systemClock
  const log = createLog({ format: mode === 'dev' ? 'pretty' : 'json', level: config.logLevel })
  const server = await createServer({ ...config, clock, log }).catch((error: unknown) => {
    throw new UsageError(storageSentence(config.databaseUrl, error))
  })
  try {
    await server.migrate()
    const listening = await listen(server, { port: config.port, host: config.host, tls: mode === 'dev', dataDir: config.dataDir })
    if (!listening.ok) throw new UsageError(listenSentence(config, listening.code))
    if (mode === 'dev') terminal.print(await greeting(config, server.admin))
    else log.info({ port: config.port, publicUrl: config.publicUrl }, 'listening')
    await terminal.stopped
    await listening.close()
  } finally {
    await server.close()
  }
}

async function greeting(config: Config, admin: Awaited<ReturnType<typeof createServer>>['admin']): Promise<string> {
  if ((await admin.listApplications()).length === 0) await admin.createApplication({ name: 'My app' })
  const app = await admin.findApplication(null)
  return `
Latchkey is running.

  server  ${config.publicUrl}
  inbox   ${config.publicUrl}/inbox

${app.name}, for a Next.js app with Clerk's SDK (put this into its .env.local; latchkey env prints other kinds):

${envBlock('clerk', { ...app, applicationName: app.name })}
`
}

function listenSentence(config: Config, code: string): string {
  if (code === 'EADDRINUSE') return `Port ${config.port} is taken: stop what uses it or set LATCHKEY_PORT to another.`
  if (code === 'EACCES') return `Port ${config.port} may not be used by this user: set LATCHKEY_PORT to one above 1023.`
  return `${config.host}:${config.port} cannot be listened on (${code}): check LATCHKEY_HOST and LATCHKEY_PORT.`
}

import { databases } from '../../../../../../tools/testing/databases.ts'
import type { CreatedApplication } from '../../../actions/instance/create-application.ts'
import type { Message } from '../../../delivery/message.ts'
import type { LogFields } from '../../../platform/log.ts'
import { createServer, type Server, type ServerConfig } from '../../../server.ts'
import { createBrowser, type Browser } from '../../testing/test-browser.ts'
import { beginChangeLog, type ChangeLog, openChangeLog } from './change-log.ts'

/** Where pages of each application are, and the peer its requests come from unless they say otherwise. */
export const HOME_ORIGIN = 'http://localhost:3000'
export const HOSTED_ORIGIN = 'https://app.example.com'
export const PEER = '127.0.0.1'

/** The applications that every walk finds: two in development, one in production with a host of its own. */
export interface Applications {
  readonly home: CreatedApplication
  readonly other: CreatedApplication
  readonly hosted: CreatedApplication
}

/** A real server on a real database, with what it wrote, sent and complained about. */
export interface Stage extends Applications {
  readonly dialect: string
  readonly server: Server
  readonly changeLog: ChangeLog
  readonly complaints: readonly unknown[]
  fetch(request: Request, ip?: string | null): Promise<Response>
  /** A browser at a page of an application. @param ip of its socket */
  browser(app: CreatedApplication, ip?: string): Browser
  /** Sends what waits; every message to an address, oldest first. */
  mails(to: string): Promise<readonly Message[]>
  /** Sends what waits; every message there ever was, oldest first. */
  everyMail(): Promise<readonly Message[]>
  /** Moves the server's clock on. */
  advance(ms: number): void
  /** Has the server's clock stand still, but for `advance`, however long something takes. */
  standingStill<Result>(work: () => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

const secretsKey = new Uint8Array(32).fill(7)
const publicUrl = 'http://localhost:4000'
const made = new Map<string, Applications>()

function config(databaseUrl: string, more: Partial<ServerConfig> = {}): ServerConfig {
  const silent = () => {}
  return { mode: 'dev', publicUrl, databaseUrl, secretsKey, log: { debug: silent, info: silent, warn: silent, error: silent }, ...more }
}

/** Migrates a database and fills it with the applications, once for all walks of a process: signing keys take long to make. */
async function furnish(url: string): Promise<void> {
  const server = await createServer(config(url))
  await server.migrate()
  const urls = (home: string) => ({ home, signIn: null, signUp: null, afterSignIn: null, afterSignUp: null, afterSignOut: null })
  const secondFactor = { totp: true, backup_code: true }
  const settings = { urls: urls(`${HOME_ORIGIN}/`), secondFactor }
  const { admin } = server
  const home = await admin.createApplication({ name: 'Home', settings })
  const other = await admin.createApplication({ name: 'Other', settings })
  const production = { urls: urls(`${HOSTED_ORIGIN}/`), secondFactor }
  const hosted = await admin.createApplication({ name: 'Hosted', type: 'production', host: 'clerk.example.com', settings: production })
  made.set(url.split(':', 1)[0]!, { home, other, hosted })
  await server.close()
  await beginChangeLog(url)
}

/** The stages of both databases, to be opened and closed by whoever walks on them. */
export const stages = databases.map(({ dialect, fromTemplate }) => ({
  dialect,
  async open(): Promise<Stage> {
    const database = await fromTemplate(furnish)
    const applications = made.get(database.url.split(':', 1)[0]!)!
    const complaints: unknown[] = []
    const sent: Message[] = []
    let offset = 0
    let standsAt: number | null = null
    const note = (fields: LogFields, message: string) => void complaints.push([message, fields])
    const silent = () => {}
    const server = await createServer(
      config(database.url, {
        clock: { now: () => (standsAt ?? Date.now()) + offset },
        log: { debug: silent, info: silent, warn: note, error: note },
        transport: { send: async (message) => void sent.push(message), close: async () => {} },
      }),
    )
    const changeLog = await openChangeLog(database.url)
    const fetch = (request: Request, ip: string | null = PEER) => server.fetch(request, { ip })
    return {
      ...applications,
      dialect,
      server,
      changeLog,
      complaints,
      fetch,
      browser: (app, ip = PEER) => {
        const origin = app === applications.hosted ? HOSTED_ORIGIN : HOME_ORIGIN
        return createBrowser({ base: app.frontendApiUrl, origin, fetch: (request) => fetch(request, ip) })
      },
      async mails(to) {
        await server.deliver()
        return sent.filter((message) => message.to === to)
      },
      async everyMail() {
        await server.deliver()
        return sent
      },
      advance: (ms) => void (offset += ms),
      async standingStill(work) {
        standsAt = Date.now()
        try {
          return await work()
        } finally {
          standsAt = null
        }
      },
      async close() {
        await server.close()
        await changeLog.close()
        await database.drop()
      },
    }
  },
}))

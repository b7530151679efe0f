import { LANGUAGES } from '@latchkey/words'
import { createApplication, type CreatedApplication, type NewApplication } from '../../actions/instance/create-application.ts'
import { createInstanceCache } from '../../actions/instance/find-instance.ts'
import { createKeyRing } from '../../actions/instance/key-ring.ts'
import { openMessage } from '../../actions/outbox/queued-message.ts'
import { testPorts } from '../../actions/testing/test-ports.ts'
import { openStorage } from '../../storage/index.ts'
import type { HttpContext } from '../context.ts'
import { createApp } from '../registry.ts'
import { trustedProxies } from '../request/client-address.ts'
import { noVisitorWatch } from '../request/visitor-watch.ts'
import { createFirstPartyBrowser, type FirstPartyBrowser, type FirstPartyOptions } from './first-party-browser.ts'
import { createBrowser, type Browser, type BrowserOptions } from './test-browser.ts'
import { noPatience } from '../request/patience.ts'

/** A mail as it waits in the outbox. */
export interface WaitingMail {
  readonly to: string
  readonly code: string
  readonly link: string | null
  readonly subject: string
  readonly text: string
}

/** A server without a socket on a real database, with a clock that a test moves. */
export interface TestServer {
  readonly ports: Awaited<ReturnType<typeof testPorts>>
  readonly context: HttpContext
  fetch(request: Request, peer?: string | null): Promise<Response>
  application(of?: Partial<NewApplication>): Promise<CreatedApplication>
  /** A browser at the application's own origin. */
  browser(app: CreatedApplication, options?: Partial<BrowserOptions>): Browser
  /** A browser behind the server of an application with our own SDK. */
  firstParty(app: CreatedApplication, options?: Partial<FirstPartyOptions>): FirstPartyBrowser
  /** The mails that wait for an address, oldest first. */
  mails(to: string): Promise<readonly WaitingMail[]>
  rows(table: string): Promise<number>
  /** What was written to the log as warning or error. */
  readonly complaints: readonly unknown[]
  /** Every statement that ran. */
  readonly statements: ReadonlySet<string>
  close(): Promise<void>
}

/** Puts a server together as `createServer` does, but for delivery: mails stay in the outbox, where a test reads them. */
export async function testServer(
  url: string,
  options: Partial<HttpContext> & { readonly trust?: readonly string[] } = {},
): Promise<TestServer> {
  const base = await testPorts(url)
  // What a test looks at itself runs on a connection of its own and is not listened to.
  const { db } = base.storage
  const statements = new Set<string>()
  const storage = await openStorage({ url, onStatement: (sql) => statements.add(sql) })
  const complaints: unknown[] = []
  const note = (fields: unknown, message: string) => void complaints.push([message, fields])
  const ports = { ...base, storage, keys: createKeyRing({ storage, seal: base.seal }), log: { ...base.log, warn: note, error: note } }
  const context: HttpContext = {
    ports,
    instances: createInstanceCache(ports),
    publicOrigin: new URL(ports.publicUrl).origin,
    mode: 'dev',
    trustedProxies: trustedProxies(options.trust ?? []),
    visitors: noVisitorWatch,
    patience: noPatience,
    clerkScripts: null,
    scriptMirror: 'https://mirror.test/npm',
    command: 'latchkey',
    assets: null,
    language: LANGUAGES.en,
    ...options,
  }
  const app = createApp(context)
  const fetch = async (request: Request, peer: string | null = '203.0.113.9') => app.fetch(request, { peer })
  return {
    ports,
    context,
    fetch,
    application: (of = {}) => createApplication(ports, { name: 'Acme', ...of }),
    browser: (application, own = {}) => createBrowser({ base: application.frontendApiUrl, origin: 'http://localhost:3000', fetch, ...own }),
    firstParty: ({ frontendApiUrl, secretKey }, own = {}) => createFirstPartyBrowser({ frontendApiUrl, secretKey, fetch, ...own }),
    async mails(to) {
      const { rows } = await db.execute(
        "select instance_id, id, sealed from outbox where status = 'due' order by created_at, id",
        [],
        false,
      )
      const all = (rows as { instance_id: string; id: string; sealed: string }[]).map(
        ({ instance_id: instanceId, ...row }) => openMessage(ports, { instanceId, ...row }) as WaitingMail,
      )
      return all.filter((mail) => mail.to === to)
    },
    async rows(table) {
      const { rows } = await db.execute(`select count(*) as n from ${table}`, [], false)
      return Number((rows[0] as { n: number }).n)
    },
    complaints,
    statements,
    async close() {
      await storage.close()
      await base.storage.close()
    },
  }
}

import type { Instance } from '../../domain/instance.ts'
import type { SettingsPatch } from '../../domain/settings/instance-settings.ts'
import { authenticateClient } from '../client/authenticate-client.ts'
import { createApplication } from '../instance/create-application.ts'
import { createInstanceCache } from '../instance/find-instance.ts'
import { openMessage } from '../outbox/queued-message.ts'
import type { FrontendCall } from '../call.ts'
import { testPorts } from './test-ports.ts'

/** A mail as it waits in the outbox. */
export interface WaitingMail {
  readonly to: string
  readonly subject: string
  readonly code: string
  readonly link: string | null
}

/** A browser that keeps the newest client token it was given. */
export interface Browser {
  token: string | null
  keep(outcome: { readonly newToken: string | null }): void
}

/** One instance on a real database, with browsers that call its actions. */
export async function testWorld(url?: string, settings: SettingsPatch = {}, type: 'development' | 'production' = 'development') {
  const ports = await testPorts(url)
  const host = type === 'production' ? 'clerk.example.com' : null
  const app = await createApplication(ports, { name: 'Acme', settings, type, host })
  const cache = createInstanceCache(ports)
  const instance: Instance = (await cache.find({ slug: app.slug }))!
  const scope = { db: ports.storage.db, instanceId: instance.id }
  const origin = type === 'production' ? 'https://app.example.com' : 'http://localhost:3000'

  const browser = (): Browser => {
    const self: Browser = { token: null, keep: (outcome) => void (self.token = outcome.newToken ?? self.token) }
    return self
  }
  const call = async (from: Browser, ipAddress = '192.0.2.1'): Promise<FrontendCall> => {
    const { client, proof } = await authenticateClient(ports, scope, from.token)
    const caller = { ipAddress, userAgent: 'Firefox on Linux', origin }
    return {
      instance,
      scope,
      client,
      ...(proof !== null && { proof }),
      caller,
      base: app.frontendApiUrl,
      issuer: app.frontendApiUrl,
      firstParty: false,
    }
  }
  const mails = async (): Promise<readonly WaitingMail[]> => {
    const { rows } = await ports.storage.db.execute(
      "select instance_id, id, sealed from outbox where status = 'due' order by created_at, id",
      [],
      false,
    )
    return (rows as { instance_id: string; id: string; sealed: string }[]).map(
      ({ instance_id: instanceId, ...row }) => openMessage(ports, { instanceId, ...row }) as WaitingMail,
    )
  }
  const rows = async (table: string): Promise<number> => {
    const {
      rows: [row],
    } = await ports.storage.db.execute(`select count(*) as n from ${table}`, [], false)
    return Number((row as { n: number }).n)
  }
  const close = () => ports.storage.close()
  return { ports, app, instance, scope, browser, call, mails, rows, close, origin }
}

/** The world a test gets. */
export type World = Awaited<ReturnType<typeof testWorld>>

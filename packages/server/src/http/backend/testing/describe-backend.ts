import { LANGUAGES } from '@latchkey/words'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { databases, type TestDatabase } from '../../../../../../tools/testing/databases.ts'
import { createInstanceCache } from '../../../actions/instance/find-instance.ts'
import { createKeyRing } from '../../../actions/instance/key-ring.ts'
import type { Ports } from '../../../actions/ports.ts'
import { migrate } from '../../../actions/testing/migrate.ts'
import { testPorts } from '../../../actions/testing/test-ports.ts'
import { openStorage } from '../../../storage/index.ts'
import { unscoped } from '../../../storage/testing/unscoped.ts'
import { createApp } from '../../registry.ts'
import { type Customer, newCustomer } from './customer.ts'
import type { Send } from './said.ts'
import { noPatience } from '../../request/patience.ts'

/** What a test of the Backend API has to work with. */
export interface Bench {
  /** An application nobody else has, with one instance and its secret key. */
  customer(type?: 'development' | 'production'): Promise<Customer>
  /** A second process on the same database. */
  another(): Promise<Send>
  readonly ports: () => Ports
  /** Moves the server's clock on. */
  advance(ms: number): void
}

/** Runs a suite on both databases, and fails it when a statement on a table of tenants does not say whose rows it means. */
export function describeBackend(name: string, suite: (bench: Bench) => void): void {
  describe.each(databases)(`${name} on $dialect`, ({ fromTemplate }) => {
    const seen = new Set<string>()
    const open: Ports[] = []
    let database: TestDatabase
    let ports: Ports & { advance(ms: number): void }
    let send: Send

    const start = async (): Promise<{ ports: typeof ports; send: Send }> => {
      const base = await testPorts(database.url)
      await base.storage.close()
      const storage = await openStorage({ url: database.url, onStatement: (sql) => seen.add(sql) })
      const own = { ...base, storage, keys: createKeyRing({ storage, seal: base.seal }) }
      open.push(own)
      return { ports: own, send: appOver(own) }
    }

    beforeAll(async () => {
      database = await fromTemplate(migrate)
      ;({ ports, send } = await start())
    })
    afterAll(async () => {
      await Promise.all(open.map(({ storage }) => storage.close()))
      await database.drop()
      expect([...seen].filter(unscoped)).toEqual([])
    })

    suite({
      customer: (type = 'development') => newCustomer(ports, send, type),
      another: async () => (await start()).send,
      ports: () => ports,
      advance: (ms) => ports.advance(ms),
    })
  })
}

function appOver(ports: Ports): Send {
  const app = createApp({
    ports,
    instances: createInstanceCache(ports),
    publicOrigin: new URL(ports.publicUrl).origin,
    mode: 'dev',
    trustedProxies: { has: () => false },
    visitors: { look: () => undefined },
    patience: noPatience,
    clerkScripts: null,
    assets: null,
    language: LANGUAGES.en,
    scriptMirror: 'http://localhost:9',
    command: 'latchkey',
  })
  return async (request) => app.fetch(request, { peer: '203.0.113.9' })
}

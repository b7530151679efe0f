import { afterAll, beforeAll, describe, expect } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import type { TestDatabase } from '../../../../../tools/testing/databases.ts'
import type { Db } from '../db.ts'
import { openStorage } from '../open-storage.ts'
import type { InstanceScope, SystemScope } from '../scope.ts'
import type { Storage } from '../storage.ts'
import { slowPlans } from './slow-plans.ts'
import { unscoped } from './unscoped.ts'

/** One instance, as a test sees it. */
export interface Tenant {
  readonly instanceId: string
  /** What is committed. */
  readonly scope: InstanceScope
  /** A transaction. */
  write<T>(work: (scope: InstanceScope) => Promise<T>): Promise<T>
}

/** What a storage test has to work with. Every tenant is new, so tests share one database and not their rows. */
export interface StorageBench {
  readonly dialect: 'sqlite' | 'postgres'
  readonly storage: () => Storage
  readonly tenant: () => Tenant
  /** A second process, as far as the database can tell. */
  readonly another: (options?: { readonly poolSize?: number }) => Promise<Storage>
  readonly url: () => string
}

/** What a suite may do that others may not. */
export interface SuiteOptions {
  /** Its functions work across instances. */
  readonly system?: boolean
  /** Steps of plans that read a whole table or instance, and are meant to. */
  readonly whole?: RegExp
}

/**
 * Runs a suite on both databases, and fails it when a statement on a table of tenants does not say whose rows it means, or
 * reads more of a table than it needs.
 */
export function describeStorage(name: string, suite: (bench: StorageBench) => void, options: SuiteOptions = {}): void {
  describe.each(databases)(`${name} on $dialect`, ({ dialect, fromTemplate }) => {
    const seen = new Set<string>()
    const others: Storage[] = []
    let database: TestDatabase
    let storage: Storage

    beforeAll(async () => {
      database = await fromTemplate(migrate)
      storage = await openStorage({ url: database.url, onStatement: (sql) => seen.add(sql) })
    })
    afterAll(async () => {
      await Promise.all([storage, ...others].map((open) => open.close()))
      const slow = dialect === 'sqlite' ? slowPlans(database.url, seen) : []
      await database.drop()
      if (!options.system) expect([...seen].filter(unscoped)).toEqual([])
      expect(slow.filter((step) => !options.whole?.test(step))).toEqual([])
    })

    suite({
      dialect,
      storage: () => storage,
      tenant: () => tenantOf(storage),
      another: async (more) => {
        const other = await openStorage({ url: database.url, ...more })
        others.push(other)
        return other
      },
      url: () => database.url,
    })
  })
}

/** A tenant nobody else has. */
export function tenantOf(storage: Storage): Tenant {
  const instanceId = `ins_${crypto.randomUUID()}`
  return {
    instanceId,
    scope: { db: storage.db, instanceId },
    write: (work) => storage.transaction((db: Db) => work({ db, instanceId })),
  }
}

/** A transaction across instances. */
export function writeSystem<T>(storage: Storage, work: (scope: SystemScope) => Promise<T>): Promise<T> {
  return storage.transaction((db) => work({ db }))
}

async function migrate(url: string): Promise<void> {
  const storage = await openStorage({ url })
  await storage.migrate()
  await storage.close()
}

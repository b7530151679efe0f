import type { Db } from './db.ts'

/** The instance a query belongs to. Every function on tenants' rows demands one, so that forgetting it is a type error. */
export interface InstanceScope {
  readonly db: Db
  readonly instanceId: string
}

/** The few reads and chores across instances: finding an instance, leasing mail, clearing up. */
export interface SystemScope {
  readonly db: Db
}

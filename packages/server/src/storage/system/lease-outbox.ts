import { sql } from 'kysely'
import type { OutboxRow } from '../schema.ts'
import type { SystemScope } from '../scope.ts'

/** A message a worker has to itself until the lease is over. Times are epoch milliseconds. */
export interface LeasedMessage {
  readonly instanceId: string
  readonly id: string
  readonly channel: string
  readonly to: string
  readonly sealed: string
  /** How many times it was tried, this time included. */
  readonly tries: number
  readonly expiresAt: number
  readonly createdAt: number
}

/**
 * Takes messages that are due and not to be had by another worker for `leaseMs`. A worker that dies keeps nothing: what
 * it did not finish is due again after the lease. Messages too old to be of use are left for `purgeExpired`.
 */
export async function leaseOutbox(
  scope: SystemScope,
  lease: { readonly now: number; readonly leaseMs: number; readonly limit: number },
): Promise<LeasedMessage[]> {
  const { kysely, dialect } = scope.db
  const rows = await kysely
    .with(
      // Materialized, because PostgreSQL may otherwise choose anew for every row and lease more than the limit.
      (cte) => cte('chosen').materialized(),
      (db) =>
        db
          .selectFrom('outbox')
          .select(['instance_id', 'id'])
          .where('status', '=', 'due')
          .where('next_at', '<=', lease.now)
          .where('expires_at', '>', lease.now)
          .orderBy('next_at')
          .limit(lease.limit)
          .$if(dialect === 'postgres', (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('outbox')
    .set((row) => ({ next_at: lease.now + lease.leaseMs, tries: row('tries', '+', 1) }))
    .where(sql<boolean>`(instance_id, id) in (select instance_id, id from chosen)`)
    .returningAll()
    .execute()
  return rows.toSorted((a, b) => a.created_at - b.created_at).map(toLeased)
}

function toLeased(row: OutboxRow): LeasedMessage {
  return {
    instanceId: row.instance_id,
    id: row.id,
    channel: row.channel,
    to: row.recipient,
    sealed: row.sealed ?? '',
    tries: row.tries,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
  }
}

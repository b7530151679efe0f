import { sql } from 'kysely'
import { hot } from '../hot.ts'
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

interface Lease {
  instanceId: string
  id: string
  now: number
  until: number
}

const take = hot<Lease, OutboxRow>((db, p) =>
  db
    .updateTable('outbox')
    .set((row) => ({ next_at: p('until'), tries: row('tries', '+', 1) }))
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'due')
    .where('next_at', '<=', p('now'))
    .returningAll(),
)

/**
 * Takes messages that are due and not to be had by another worker for `leaseMs`, oldest first. A worker that dies keeps
 * nothing: what it did not finish is due again after the lease. Messages too old to be of use are left for `purgeExpired`.
 */
export async function leaseOutbox(
  scope: SystemScope,
  lease: { readonly now: number; readonly leaseMs: number; readonly limit: number },
): Promise<LeasedMessage[]> {
  const { now, leaseMs, limit } = lease
  const due = await findDue(scope, now, limit)
  const rows = await Promise.all(
    due.map((row) => take.first(scope.db, { instanceId: row.instance_id, id: row.id, now, until: now + leaseMs })),
  )
  return rows.filter((row) => row !== null).map(toLeased)
}

/** In PostgreSQL workers look at the outbox at the same time: each passes over what another is just taking. */
function findDue({ db }: SystemScope, now: number, limit: number): Promise<Pick<OutboxRow, 'instance_id' | 'id'>[]> {
  return db.kysely
    .selectFrom('outbox')
    .select(['instance_id', 'id'])
    .where('status', '=', sql.lit('due'))
    .where('next_at', '<=', now)
    .where('expires_at', '>', now)
    .orderBy('next_at')
    .limit(limit)
    .$if(db.dialect === 'postgres', (query) => query.forUpdate().skipLocked())
    .execute()
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

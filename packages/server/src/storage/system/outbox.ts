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
 * nothing: what it did not finish is due again after the lease. Messages too old to be of use are left for `purgeExpired`,
 * and those of channels that are not named for a process that knows them: a newer version may run beside this one.
 */
export async function leaseOutbox(
  scope: SystemScope,
  lease: { readonly now: number; readonly leaseMs: number; readonly limit: number; readonly channels: readonly string[] },
): Promise<LeasedMessage[]> {
  const { now, leaseMs } = lease
  const due = await findDue(scope, lease)
  const rows = await Promise.all(
    due.map((row) => take.first(scope.db, { instanceId: row.instance_id, id: row.id, now, until: now + leaseMs })),
  )
  return rows.filter((row) => row !== null).map(toLeased)
}

/** In PostgreSQL workers look at the outbox at the same time: each passes over what another is just taking. */
function findDue(
  { db }: SystemScope,
  { now, limit, channels }: { readonly now: number; readonly limit: number; readonly channels: readonly string[] },
): Promise<Pick<OutboxRow, 'instance_id' | 'id'>[]> {
  return db.kysely
    .selectFrom('outbox')
    .select(['instance_id', 'id'])
    .where('status', '=', sql.lit('due'))
    .where('next_at', '<=', now)
    .where('expires_at', '>', now)
    .where('channel', 'in', channels)
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

/** Where a message is. */
export interface OutboxKey {
  readonly instanceId: string
  readonly id: string
}

const finishOutboxQuery = hot<OutboxKey & { now: number }>((db, p) =>
  db
    .updateTable('outbox')
    .set({ status: 'sent', sealed: null, error: null, finished_at: p('now') })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'due'),
)

/** Messages went out: their content is erased. */
export async function finishOutbox(scope: SystemScope, messages: readonly OutboxKey[], at: { readonly now: number }): Promise<void> {
  await Promise.all(messages.map(({ instanceId, id }) => finishOutboxQuery.run(scope.db, { instanceId, id, now: at.now })))
}

/** A message will never go out: its content is erased, the reason stays. */
export async function failOutbox(
  scope: SystemScope,
  { instanceId, id }: OutboxKey,
  failure: { readonly now: number; readonly error: string },
): Promise<void> {
  await scope.db.kysely
    .updateTable('outbox')
    .set({ status: 'failed', sealed: null, error: failure.error, finished_at: failure.now })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}

/** A message did not go out this time; it is due again at `nextAt`. The error, where there is one, holds no content of the message. */
export async function retryOutbox(
  scope: SystemScope,
  { instanceId, id }: OutboxKey,
  retry: { readonly nextAt: number; readonly error: string | null },
): Promise<void> {
  await scope.db.kysely
    .updateTable('outbox')
    .set({ next_at: retry.nextAt, error: retry.error })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('status', '=', 'due')
    .execute()
}

/** A message on its way, and which try of it this is: another worker that took it meanwhile has a higher one. */
export type HeldMessage = OutboxKey & { readonly tries: number }

const extendLeasesQuery = hot<HeldMessage & { until: number }>((db, p) =>
  db
    .updateTable('outbox')
    .set({ next_at: p('until') })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'due')
    .where('tries', '=', p('tries')),
)

/** Keeps messages that are still being sent for this process, so that a lease can be short and a send long. */
export async function extendLeases(scope: SystemScope, messages: readonly HeldMessage[], lease: { readonly until: number }): Promise<void> {
  for (const { instanceId, id, tries } of messages) await extendLeasesQuery.run(scope.db, { instanceId, id, tries, until: lease.until })
}

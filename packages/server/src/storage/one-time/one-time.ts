import { hot, hotInsert } from '../hot.ts'
import type { OneTimeRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** A ticket, nonce or token that works once, known by its hash. Times are epoch milliseconds. */
export interface OneTime {
  readonly id: string
  /** What it is for; a hash is only ever looked up together with its purpose. */
  readonly purpose: string
  readonly hash: string
  /** What its taker needs; JSON, sealed or plain, as the action pleases. */
  readonly payload: string
  readonly userId: string | null
  readonly expiresAt: number
  readonly createdAt: number
  readonly usedAt: number | null
  readonly revokedAt: number | null
}

/** What a new one is made of. */
export type NewOneTime = Omit<OneTime, 'userId' | 'usedAt' | 'revokedAt'> & { readonly userId?: string | null }

/** Looks without using: to say why a taking failed, or to show it to an operator. */
export async function findOneTime(
  scope: InstanceScope,
  by: { readonly purpose: string; readonly hash: string } | { readonly id: string },
): Promise<OneTime | null> {
  const query = scope.db.kysely.selectFrom('one_time').selectAll().where('instance_id', '=', scope.instanceId)
  const found = 'id' in by ? query.where('id', '=', by.id) : query.where('purpose', '=', by.purpose).where('hash', '=', by.hash)
  const row = await found.executeTakeFirst()
  return row ? toOneTime(row) : null
}

const insertOneTimeQuery = hotInsert('one_time')

/** Adds a ticket, nonce or token. */
export async function insertOneTime(scope: InstanceScope, oneTime: NewOneTime): Promise<void> {
  await insertOneTimeQuery.run(scope.db, fromOneTime(scope, oneTime))
}

/** What its taker gets. */
export type Taken = Pick<OneTime, 'id' | 'payload' | 'userId'>

const takeOneTimeQuery = hot<{ instanceId: string; purpose: string; hash: string; now: number }, Taken>((db, p) =>
  db
    .updateTable('one_time')
    .set({ used_at: p('now') })
    .where('instance_id', '=', p('instanceId'))
    .where('purpose', '=', p('purpose'))
    .where('hash', '=', p('hash'))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', p('now'))
    .returning(['id', 'payload', 'user_id as userId']),
)

/** Uses it up, for the one caller who gets it; `null` for everybody else, and when it is unknown, revoked or expired. */
export async function takeOneTime(
  scope: InstanceScope,
  claim: { readonly purpose: string; readonly hash: string; readonly now: number },
): Promise<Taken | null> {
  return takeOneTimeQuery.first(scope.db, { instanceId: scope.instanceId, purpose: claim.purpose, hash: claim.hash, now: claim.now })
}

/** Takes it back before anybody used it; false when somebody did, or it was taken back already. */
export async function revokeOneTime(scope: InstanceScope, what: { readonly id: string; readonly now: number }): Promise<boolean> {
  const { numUpdatedRows } = await scope.db.kysely
    .updateTable('one_time')
    .set({ revoked_at: what.now })
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', what.id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes back what somebody tried to use too late: a clock set back does not bring it to life. */
export async function burnExpiredOneTime(
  scope: InstanceScope,
  what: { readonly purpose: string; readonly hash: string; readonly now: number },
): Promise<void> {
  await scope.db.kysely
    .updateTable('one_time')
    .set({ revoked_at: what.now })
    .where('instance_id', '=', scope.instanceId)
    .where('purpose', '=', what.purpose)
    .where('hash', '=', what.hash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', what.now)
    .execute()
}

/** A row as its domain object. */
function toOneTime(row: OneTimeRow): OneTime {
  return {
    id: row.id,
    purpose: row.purpose,
    hash: row.hash,
    payload: row.payload,
    userId: row.user_id,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
  }
}

/** A new one as its row. */
export function fromOneTime(scope: InstanceScope, oneTime: NewOneTime): OneTimeRow {
  return {
    instance_id: scope.instanceId,
    id: oneTime.id,
    purpose: oneTime.purpose,
    hash: oneTime.hash,
    payload: oneTime.payload,
    user_id: oneTime.userId ?? null,
    expires_at: oneTime.expiresAt,
    created_at: oneTime.createdAt,
    used_at: null,
    revoked_at: null,
  }
}

import type { InboxRow } from '../schema.ts'
import type { InstanceScope, SystemScope } from '../scope.ts'

/** Shows a message in the development inbox. */
export async function insertInboxMessage(scope: InstanceScope, message: Omit<InboxMessage, 'instanceId'>): Promise<void> {
  await scope.db.kysely
    .insertInto('inbox')
    .values({
      instance_id: scope.instanceId,
      id: message.id,
      channel: message.channel,
      recipient: message.to,
      sealed: message.sealed,
      created_at: message.createdAt,
    })
    .execute()
}

/** Which messages: of an instance, to somebody, older than the last one seen. */
export interface InboxFilter {
  readonly to?: string
  readonly instanceId?: string
  readonly limit: number
  /** The last message of the page before. */
  readonly afterId?: string
}

/** Messages of the development inbox, newest first; of every instance when the scope is the system's and names none. */
export async function listInbox(scope: InstanceScope | SystemScope, filter: InboxFilter): Promise<InboxMessage[]> {
  const instanceId = 'instanceId' in scope ? scope.instanceId : filter.instanceId
  let query = scope.db.kysely.selectFrom('inbox').selectAll().orderBy('id', 'desc').limit(filter.limit)
  if (instanceId !== undefined) query = query.where('instance_id', '=', instanceId)
  if (filter.to !== undefined) query = query.where('recipient', '=', filter.to)
  if (filter.afterId !== undefined) query = query.where('id', '<', filter.afterId)
  return (await query.execute()).map(toInboxMessage)
}

/** A message the development inbox shows. Times are epoch milliseconds. */
export interface InboxMessage {
  readonly id: string
  readonly instanceId: string
  readonly channel: string
  readonly to: string
  /** Subject, texts, code and link, sealed by the caller. */
  readonly sealed: string
  readonly createdAt: number
}

/** A row as its domain object. */
function toInboxMessage(row: InboxRow): InboxMessage {
  return {
    id: row.id,
    instanceId: row.instance_id,
    channel: row.channel,
    to: row.recipient,
    sealed: row.sealed,
    createdAt: row.created_at,
  }
}

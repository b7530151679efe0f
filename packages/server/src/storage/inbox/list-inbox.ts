import type { InstanceScope, SystemScope } from '../scope.ts'
import { toInboxMessage } from './inbox-message.ts'
import type { InboxMessage } from './inbox-message.ts'

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

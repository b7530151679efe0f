import type { InstanceScope } from '../scope.ts'
import type { InboxMessage } from './inbox-message.ts'

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

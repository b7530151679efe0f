import type { InboxRow } from '../schema.ts'

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
export function toInboxMessage(row: InboxRow): InboxMessage {
  return {
    id: row.id,
    instanceId: row.instance_id,
    channel: row.channel,
    to: row.recipient,
    sealed: row.sealed,
    createdAt: row.created_at,
  }
}

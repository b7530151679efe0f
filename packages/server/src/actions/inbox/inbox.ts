import type { Channel } from '@latchkey/protocol'
import type { Message } from '../../delivery/message.ts'
import { Duplicate, insertInboxMessage, listInbox } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'

/** Puts a message into the development inbox instead of sending it. The same one twice is kept once. */
export async function keepInInbox(ports: Pick<Ports, 'storage' | 'clock' | 'seal'>, message: Message): Promise<void> {
  const { instanceId, id, channel, to, ...content } = message
  const sealed = ports.seal.seal(inboxContext(instanceId, id), JSON.stringify(content))
  const row = { id, channel, to, sealed, createdAt: ports.clock.now() }
  try {
    await ports.storage.transaction((db) => insertInboxMessage({ db, instanceId }, row))
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error
  }
}

/** A message in the development inbox. */
export type InboxEntry = Message & {
  /** Epoch milliseconds. */
  readonly createdAt: number
}

/** Which messages are asked for. */
export interface InboxQuery {
  /** Only of this instance; of all when left out. */
  readonly instanceId?: string | undefined
  readonly to?: string | undefined
  readonly limit: number
}

/** What the development inbox holds, newest first. */
export async function readInbox(ports: Pick<Ports, 'storage' | 'seal'>, query: InboxQuery): Promise<readonly InboxEntry[]> {
  const { instanceId, to, limit } = query
  const rows = await listInbox(
    { db: ports.storage.db },
    { limit, ...(instanceId !== undefined && { instanceId }), ...(to !== undefined && { to }) },
  )
  return rows.map((row) => {
    const { id, instanceId, channel, to, createdAt, sealed } = row
    const content = JSON.parse(ports.seal.open(inboxContext(instanceId, id), sealed)) as Omit<InboxEntry, keyof typeof row>
    return { ...content, id, instanceId, channel: channel as Channel, to, createdAt } as InboxEntry
  })
}

/** Where a message of the inbox is sealed: it opens in no other row. */
export function inboxContext(instanceId: string, messageId: string): string {
  return `${instanceId}|inbox|sealed|${messageId}`
}

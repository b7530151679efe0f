import type { Channel } from '@latchkey/protocol'
import type { Message } from '../../delivery/message.ts'
import { listInbox } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { inboxContext } from './inbox-context.ts'

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

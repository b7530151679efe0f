import type { Message } from '../../delivery/message.ts'
import { Duplicate, insertInboxMessage } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { inboxContext } from './inbox-context.ts'

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

import { DeliveryError } from './message.ts'
import type { Message, Transport } from './message.ts'

/** Puts messages into the development inbox instead of sending them. `store` keeps one under its id and takes it twice without harm. */
export function createInboxTransport(store: (message: Message) => Promise<void>): Transport {
  return {
    async send(message) {
      try {
        await store(message)
      } catch {
        // The reason may hold what the message holds.
        throw new DeliveryError('The message could not be put into the inbox.', false)
      }
    },
    async close() {},
  }
}

import type { Channel } from '@latchkey/protocol'
import { DeliveryError, type Message, type Transport } from './message.ts'

/** A transport for every channel. */
export type Transports = { readonly [By in Channel]: Transport<By> }

/** One transport that sends each message by its own channel. */
export function byChannel(transports: Transports): Transport {
  return {
    send(message, options) {
      // That a message is of its own channel is more than the compiler sees.
      const transport = transports[message.channel] as Transport
      return transport.send(message, options)
    },
    async close() {
      await Promise.all(Object.values(transports).map((transport) => transport.close()))
    },
  }
}

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

import type { Channel } from '@latchkey/protocol'
import type { Transport } from './message.ts'

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

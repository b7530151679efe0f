import type { Channel } from '@latchkey/protocol'
import type { Transport } from './message.ts'

/** A transport for every channel. */
export type Transports = { readonly [By in Channel]: Transport<By> }

/** One transport that sends each message by its own channel. */
export function byChannel(transports: Transports): Transport {
  return {
    send: (message, options) => transports[message.channel].send(message, options),
    async close() {
      await Promise.all(Object.values(transports).map((transport) => transport.close()))
    },
  }
}

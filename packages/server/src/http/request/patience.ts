import { setTimeout as sleep } from 'node:timers/promises'
import { createTrafficMemory } from '../../actions/instance/traffic-memory.ts'
import { networkPrefix } from '../../domain/network.ts'
import type { Ports } from '../../actions/ports.ts'

/** Makes whoever goes on asking wait for their refusals. */
export interface Patience {
  /** Fulfilled when a refusal may be answered. @param ipAddress who is refused, `null` for all whose address is not known */
  beforeRefusing(ipAddress: string | null): Promise<void>
}

/** Refusals are answered at once, as in development, where whoever floods the server is its developer. */
export const noPatience: Patience = { beforeRefusing: async () => undefined }

const atOnce = 5
const windowMs = 10_000
const delayMs = 1000
/** Beyond that they are answered at once: each that waits holds a connection and its request. */
const mostWaiting = 5000

/**
 * After five refusals in ten seconds a network hears of each further one a second later. A refusal costs next to nothing, so whoever asks
 * again as soon as they are answered would keep the event loop full of refusals, and everybody else would wait, on PostgreSQL once for
 * every statement.
 */
export function createPatience({ now }: Ports['clock']): Patience {
  const refused = createTrafficMemory()
  let waiting = 0
  return {
    async beforeRefusing(ipAddress) {
      const key = ipAddress === null ? 'unknown' : networkPrefix(ipAddress)
      if (refused.countUp({ key, max: atOnce, windowMs, now: now() }).ok || waiting >= mostWaiting) return
      waiting++
      await sleep(delayMs)
      waiting--
    },
  }
}

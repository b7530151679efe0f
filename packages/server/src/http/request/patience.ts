import { setTimeout as sleep } from 'node:timers/promises'
import { createTrafficMemory } from '../../actions/instance/traffic-memory.ts'
import type { Ports } from '../../actions/ports.ts'
import { LIMITS } from '../../domain/limits.ts'
import { networkPrefix } from '../../domain/network.ts'

/** Makes whoever goes on asking wait for their refusals. */
export interface Patience {
  /** Fulfilled when a refusal may be answered. @param ipAddress who is refused, `null` for all whose address is not known */
  beforeRefusing(ipAddress: string | null): Promise<void>
}

/** Refusals are answered at once, as in development, where whoever floods the server is its developer. */
export const noPatience: Patience = { beforeRefusing: async () => undefined }

/**
 * After five refusals in ten seconds a network hears of each further one a second later. A refusal costs next to nothing, so whoever asks
 * again as soon as they are answered would keep the event loop full of refusals, and everybody else would wait, on PostgreSQL once for
 * every statement. Each that waits holds a connection and its request, so only so many do.
 */
export function createPatience({ now }: Ports['clock']): Patience {
  const { atOnce, windowMs, delayMs, waiting: most } = LIMITS.refusals
  const refused = createTrafficMemory()
  let waiting = 0
  return {
    async beforeRefusing(ipAddress) {
      const key = ipAddress === null ? 'unknown' : networkPrefix(ipAddress)
      if (refused.countUp({ key, max: atOnce, windowMs, now: now() }).ok || waiting >= most) return
      waiting++
      await sleep(delayMs)
      waiting--
    },
  }
}

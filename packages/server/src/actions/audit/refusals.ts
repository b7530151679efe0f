import type { LatchkeyEvent } from '@latchkey/protocol'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import type { Random } from '../../platform/random.ts'
import type { Storage } from '../../storage/index.ts'
import { networkPrefix } from '../../domain/network.ts'
import { type EventSource, record } from './record.ts'

/** What was refused, without how often. */
export interface Refused {
  readonly type: Extract<LatchkeyEvent['type'], `${string}.refused`>
  readonly userId: string | null
  readonly code: string
}

/**
 * Counts what was refused. A refusal changes nothing, so there is no transaction to be recorded in, and a flood of them must not
 * become one of rows.
 */
export interface Refusals {
  /** One more. Never waits and never throws. */
  note(instanceId: string, source: EventSource, refused: Refused): void
  /** Writes what is due. */
  flush(): Promise<void>
  /** Writes everything, and takes no more. */
  close(): Promise<void>
}

interface Tally extends Refused {
  readonly instanceId: string
  readonly source: EventSource
  times: number
  /** When its row may be written, epoch milliseconds. */
  dueAt: number
}

/** Has something done after a while. What it answers with calls that off. */
export type Later = (work: () => void, afterMs: number) => () => void

/** Waiting must not keep an embedded server alive. */
const unheld: Later = (work, afterMs) => {
  const timer = setTimeout(work, afterMs).unref()
  return () => clearTimeout(timer)
}

interface RefusalPorts {
  readonly storage: Storage
  readonly clock: Clock
  readonly random: Random
  readonly log: Pick<Log, 'warn'>
  readonly later?: Later
}

const firstAfterMs = 1000
const windowMs = 60_000
const mostTallies = 1000

/**
 * One row for the first of its kind, after a second; from then on at most one a minute, with how many there were. What is of one kind:
 * the same event and code about the same account, or, where no account is known, from the same network. A process keeps a thousand
 * kinds at a time; the rest is counted together for each instance. A process that is killed loses the last minute of them.
 */
export function createRefusals(ports: RefusalPorts): Refusals {
  const { later = unheld } = ports
  const tallies = new Map<string, Tally>()
  let cancel: (() => void) | null = null
  let closed = false

  function arm(): void {
    cancel ??= later(() => {
      cancel = null
      void flush().catch((error: unknown) => ports.log.warn({ error }, 'Refused requests could not be written to the audit trail.'))
    }, firstAfterMs)
  }

  async function flush(all = false): Promise<void> {
    const now = ports.clock.now()
    const due = [...tallies.entries()].filter(([, tally]) => all || tally.dueAt <= now)
    for (const [key, tally] of due) {
      // A minute without a further one: the next counts as the first again.
      if (tally.times === 0) tallies.delete(key)
    }
    const rows = due.flatMap(([, tally]) => (tally.times === 0 ? [] : [{ ...tally }]))
    for (const [, tally] of due) Object.assign(tally, { times: 0, dueAt: now + windowMs })
    if (tallies.size > 0 && !closed) arm()
    if (rows.length === 0) return
    await ports.storage.transaction(async (db) => {
      for (const { instanceId, source, type, userId, code, times } of rows) {
        await record(ports, { db, instanceId }, source, { type, userId, detail: { code, times } })
      }
    })
  }

  return {
    note(instanceId, source, refused) {
      if (closed) return
      const whole = [instanceId, refused.type, refused.code, refused.userId ?? networkOf(source)].join(' ')
      const crowded = tallies.size >= mostTallies && !tallies.has(whole)
      const key = crowded ? [instanceId, refused.type, refused.code].join(' ') : whole
      const known = tallies.get(key)
      if (known !== undefined) known.times++
      else {
        const about = crowded
          ? { userId: null, source: { ...source, clientId: null, ipAddress: null, userAgent: null } }
          : { userId: refused.userId, source }
        tallies.set(key, { ...refused, ...about, instanceId, times: 1, dueAt: ports.clock.now() + firstAfterMs / 2 })
      }
      arm()
    },
    flush: () => flush(),
    async close() {
      closed = true
      cancel?.()
      await flush(true)
    },
  }
}

function networkOf({ ipAddress }: EventSource): string {
  return ipAddress === null ? '' : networkPrefix(ipAddress)
}

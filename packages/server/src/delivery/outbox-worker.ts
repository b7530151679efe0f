import { DeliveryError } from './message.ts'
import type { Message, Transport } from './message.ts'
import { retryDelay } from './retry-delay.ts'

/** A message this process has to itself for a while. */
export interface LeasedMessage {
  readonly id: string
  readonly sealed: string
  /** How many times it was tried, this time included. */
  readonly tries: number
  /** Epoch milliseconds; not worth sending from then on. */
  readonly expiresAt: number
}

/** Where messages wait. A lease has to last longer than a send can take, or a slow mail is sent twice. */
export interface Outbox {
  /** Takes up to `limit` messages that are due and that nobody else has. */
  lease(limit: number): Promise<readonly LeasedMessage[]>
  /** It went out: its content is erased. */
  finish(id: string): Promise<void>
  retry(id: string, next: { readonly nextAt: number; readonly error: string }): Promise<void>
  /** It never will: its content is erased. */
  fail(id: string, error: string): Promise<void>
}

/** What the worker asks for. */
export interface OutboxWorkerOptions {
  readonly outbox: Outbox
  /** Unseals a message. */
  open(sealed: string, id: string): Message
  readonly transport: Transport
  readonly clock: { now(): number }
  readonly log: Record<'info' | 'warn' | 'error', (fields: Readonly<Record<string, unknown>>, message: string) => void>
  /** Milliseconds after which the outbox is looked at though nobody called: retries, and what other processes left. */
  readonly idleMs: number
  /** Messages on their way at a time. */
  readonly concurrency?: number
}

/** Sends what waits in the outbox, one run at a time. */
export interface OutboxWorker {
  /** There is something new. Never waits and never throws. */
  wake(): void
  /** Sends all that is due, and answers how many messages went out. */
  drain(): Promise<number>
  /** Stops taking messages and waits for those on their way; the transport is its owner's to close. */
  close(): Promise<void>
}

/**
 * Delivers at least once: a message is sent, then crossed out, and after a crash in between sent again under the same Message-ID.
 * What fails is tried again while it is still worth it. Neither the outbox nor the log learns what was in a message.
 */
export function createOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { outbox, open, transport, clock, log, idleMs, concurrency = 5 } = options
  let running: Promise<number> | null = null
  let closed = false
  let timer: NodeJS.Timeout | undefined
  /** Somebody called since the outbox was last looked at. */
  let called = false
  /** Ends a run's waiting for a slow send, so that nothing new waits behind it. */
  let onCall: (() => void) | null = null

  const schedule = () => {
    clearTimeout(timer)
    // A server that is embedded must not be kept alive by mail that waits.
    if (!closed) timer = setTimeout(wake, idleMs).unref()
  }

  const deliver = async (leased: LeasedMessage): Promise<number> => {
    const { id, sealed, tries, expiresAt } = leased
    if (clock.now() >= expiresAt) return giveUp(id, 'It expired before it could be sent.')
    let message: Message
    try {
      message = open(sealed, id)
    } catch {
      return giveUp(id, 'It could not be unsealed.')
    }
    try {
      await transport.send(message, { messageId: id })
    } catch (error) {
      const failure = error instanceof DeliveryError ? error : new DeliveryError('The transport failed for a reason of its own.', false)
      const nextAt = clock.now() + retryDelay(tries, id)
      if (failure.permanent || nextAt >= expiresAt) return giveUp(id, failure.message)
      log.warn({ messageId: id, tries, error: failure.message }, 'A message could not be sent yet.')
      await outbox.retry(id, { nextAt, error: failure.message })
      return 0
    }
    await outbox.finish(id)
    return 1
  }

  const giveUp = async (id: string, error: string): Promise<number> => {
    log.error({ messageId: id, error }, 'A message will not be sent.')
    await outbox.fail(id, error)
    return 0
  }

  /** The outbox itself failed. What was leased comes back when its lease is over. */
  const stranded = (error: unknown): number => {
    log.error({ error }, 'The outbox cannot be reached.')
    return 0
  }

  // One function, so that nothing can happen between finding nothing more to do and `running` saying so.
  const run = async (): Promise<number> => {
    const onTheirWay = new Set<Promise<void>>()
    let sent = 0
    const send = (leased: LeasedMessage) => {
      const sending = deliver(leased).catch(stranded).then((count) => {
        sent += count
        onTheirWay.delete(sending)
        return undefined
      })
      onTheirWay.add(sending)
    }
    try {
      for (;;) {
        const room = concurrency - onTheirWay.size
        if (called && room > 0 && !closed) {
          called = false
          const leased = await outbox.lease(room)
          for (const each of leased) send(each)
          // As many as asked for: there may be more.
          if (leased.length === room) called = true
        } else if (onTheirWay.size > 0) {
          const someCall = new Promise<void>((resolve) => (onCall = resolve))
          await Promise.race(room > 0 ? [...onTheirWay, someCall] : onTheirWay)
        } else {
          return sent
        }
      }
    } catch (error) {
      await Promise.all(onTheirWay)
      throw error
    } finally {
      running = null
      schedule()
    }
  }

  const start = (): Promise<number> => {
    called = true
    onCall?.()
    // The pause lets `running` be set before a run can be over.
    running ??= Promise.resolve().then(run)
    return running
  }

  function wake(): void {
    if (!closed) start().catch(stranded)
  }

  schedule()
  return {
    wake,
    drain: start,
    async close() {
      closed = true
      clearTimeout(timer)
      await running?.catch(stranded)
    },
  }
}

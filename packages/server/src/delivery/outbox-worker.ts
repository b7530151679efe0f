import { DeliveryError, type Message, type Transport } from './message.ts'

/** Which message: ids are of an instance. */
export interface MessageKey {
  readonly instanceId: string
  readonly id: string
}

/** A message this process has to itself for a while. */
export interface LeasedMessage extends MessageKey {
  readonly sealed: string
  /** How many times it was tried, this time included. */
  readonly tries: number
  /** Epoch milliseconds; not worth sending from then on. */
  readonly expiresAt: number
}

/** A message that this process has just put into the outbox, leased to itself: nobody needs to look it up to send it. */
export interface HandedMessage extends MessageKey {
  /** Epoch milliseconds; not worth sending from then on. */
  readonly expiresAt: number
  /** When it has waited in here until then, it is left to whoever leases it next. Well before the lease ends. */
  readonly startBefore: number
  /** Writes the mail. */
  open(): Message
}

/** Where messages wait. A lease is renewed while its message is on its way, so it may be shorter than a send. */
export interface Outbox {
  /** Takes up to `limit` messages that are due and that nobody else has. */
  lease(limit: number): Promise<readonly LeasedMessage[]>
  /** These are still being sent: their leases begin anew, unless another worker took them meanwhile. */
  extend(held: readonly (MessageKey & { readonly tries: number })[]): Promise<void>
  /** It went out: its content is erased. */
  finish(key: MessageKey): Promise<void>
  /** It is due again then; without an error nothing went wrong. */
  retry(key: MessageKey, next: { readonly nextAt: number; readonly error: string | null }): Promise<void>
  /** It never will: its content is erased. */
  fail(key: MessageKey, error: string): Promise<void>
}

/** What the worker asks for. */
export interface OutboxWorkerOptions {
  readonly outbox: Outbox
  /** Unseals a message. */
  open(message: LeasedMessage): Message
  readonly transport: Transport
  readonly clock: { now(): number }
  readonly log: Record<'info' | 'warn' | 'error', (fields: Readonly<Record<string, unknown>>, message: string) => void>
  /** Milliseconds after which the outbox is looked at though nobody called: retries, and what other processes left. */
  readonly idleMs: number
  /** Milliseconds between renewals of the leases of what is on its way: a good deal less than a lease. */
  readonly renewMs: number
  /** Messages on their way at a time. */
  readonly concurrency?: number
}

/** Sends what waits in the outbox, one run at a time. */
export interface OutboxWorker {
  /** Looks at the outbox from time to time from now on. Before, there may be none: the database is made on the first start. */
  start(): void
  /** There is something new. Never waits and never throws. */
  wake(): void
  /** Sends a message that is committed to the outbox and leased to this process already. Never waits and never throws. */
  handOver(message: HandedMessage): void
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
  const { outbox, open, transport, clock, log, idleMs, renewMs, concurrency = 5 } = options
  let running: Promise<number> | null = null
  let closed = false
  let timer: NodeJS.Timeout | undefined
  /** Somebody called since the outbox was last looked at. */
  let called = false
  const handed: HandedMessage[] = []
  /** What is on its way, and with it the leases that have to be kept. */
  const held = new Set<MessageKey & { readonly tries: number }>()
  let renewing: NodeJS.Timeout | undefined
  /** Ends a run's waiting: a send is over, or there is something new, which must not wait behind a slow send. */
  let onChange: (() => void) | null = null
  const change = () => new Promise<void>((resolve) => (onChange = resolve))

  const schedule = () => {
    clearTimeout(timer)
    // A server that is embedded must not be kept alive by mail that waits.
    if (!closed) timer = setTimeout(wake, idleMs).unref()
  }

  const renew = () => {
    outbox.extend([...held].map(({ instanceId, id, tries }) => ({ instanceId, id, tries }))).catch(stranded)
  }

  const deliver = async (key: MessageKey, tries: number, expiresAt: number, write: () => Message): Promise<number> => {
    if (clock.now() >= expiresAt) return giveUp(key, 'It expired before it could be sent.')
    let message: Message
    try {
      message = write()
    } catch {
      return giveUp(key, 'It could not be unsealed.')
    }
    try {
      await transport.send(message, { messageId: key.id })
    } catch (error) {
      const failure = error instanceof DeliveryError ? error : new DeliveryError('The transport failed for a reason of its own.', false)
      const nextAt = clock.now() + retryDelay(tries, key.id)
      if (failure.permanent || nextAt >= expiresAt) return giveUp(key, failure.message)
      log.warn({ messageId: key.id, tries, error: failure.message }, 'A message could not be sent yet.')
      await outbox.retry(key, { nextAt, error: failure.message })
      return 0
    }
    await outbox.finish(key)
    return 1
  }

  const giveUp = async (key: MessageKey, error: string): Promise<number> => {
    log.error({ messageId: key.id, error }, 'A message will not be sent.')
    await outbox.fail(key, error)
    return 0
  }

  /** The outbox itself failed. What was leased comes back when its lease is over. */
  const stranded = (error: unknown): number => {
    log.error({ error }, 'The outbox cannot be reached.')
    return 0
  }

  // One function, so that nothing can happen between finding nothing more to do and `running` saying so.
  const run = async (): Promise<number> => {
    let sent = 0
    const send = (message: MessageKey & { readonly tries: number; readonly expiresAt: number }, write: () => Message) => {
      held.add(message)
      renewing ??= setInterval(renew, renewMs).unref()
      void deliver(message, message.tries, message.expiresAt, write)
        .catch(stranded)
        .then((count) => {
          sent += count
          held.delete(message)
          return onChange?.()
        })
    }
    try {
      for (;;) {
        const room = concurrency - held.size
        if (handed.length > 0 && room > 0 && !closed) {
          const message = handed.shift()!
          if (clock.now() < message.startBefore) send({ ...message, tries: 1 }, () => message.open())
        } else if (called && room > 0 && !closed) {
          called = false
          const leased = await outbox.lease(room)
          for (const each of leased) send(each, () => open(each))
          // As many as asked for: there may be more.
          if (leased.length === room) called = true
        } else if (held.size > 0) {
          await change()
        } else {
          return sent
        }
      }
    } catch (error) {
      while (held.size > 0) await change()
      throw error
    } finally {
      running = null
      clearInterval(renewing)
      renewing = undefined
      schedule()
    }
  }

  const start = (): Promise<number> => {
    onChange?.()
    // The pause lets `running` be set before a run can be over.
    running ??= Promise.resolve().then(run)
    return running
  }

  const drain = (): Promise<number> => {
    called = true
    return start()
  }

  function wake(): void {
    if (!closed) drain().catch(stranded)
  }

  /** What this process still has and will not send: another need not wait for the lease to end. */
  const giveBack = (): Promise<unknown> =>
    Promise.all(handed.splice(0).map((key) => outbox.retry(key, { nextAt: clock.now(), error: null }).catch(stranded)))

  return {
    start: schedule,
    wake,
    handOver(message) {
      handed.push(message)
      if (closed) return void giveBack()
      start().catch(stranded)
    },
    drain,
    async close() {
      closed = true
      clearTimeout(timer)
      await running?.catch(stranded)
      await giveBack()
    },
  }
}

const second = 1000
const delays = [5 * second, 30 * second]
const longest = 120 * second

/**
 * Milliseconds to wait after the given number of tries: 5 s, 30 s, then 2 minutes each, up to a fifth more. The extra part comes from
 * the message's id, which is random, so that messages that failed together do not come back together.
 */
export function retryDelay(tries: number, messageId: string): number {
  let spread = tries
  for (let i = 0; i < messageId.length; i++) spread = (spread * 31 + messageId.charCodeAt(i)) % 1000
  return Math.round((delays[tries - 1] ?? longest) * (1 + spread / 5000))
}

import type { Channel } from '@latchkey/protocol'
import type { Message } from '../../delivery/message.ts'
import type { MessageKey } from '../../delivery/outbox-worker.ts'
import type { Said } from '../../delivery/templates/writers.ts'
import type { Writers } from '../../delivery/templates/writers.ts'
import type { Seal } from '../../platform/seal.ts'
import { type IdPorts, newId } from '../new-id.ts'

/** What a waiting message is made of: the facts are sealed in its row, the words are put around them when it leaves. */
export type MessageFacts = Said & {
  readonly to: string
  /** Left out by versions that knew emails only. */
  readonly channel?: Channel
}

/** A message on its way into the outbox: its row, and what is sealed in there. Times are epoch milliseconds. */
export interface QueuedMessage {
  readonly instanceId: string
  readonly id: string
  readonly channel: Channel
  readonly to: string
  readonly sealed: string
  readonly expiresAt: number
  readonly createdAt: number
  readonly facts: MessageFacts
}

/** One that this process sends itself, as soon as its row is committed. */
export interface LeasedMessage extends QueuedMessage {
  /** Until then nobody else takes it. */
  readonly leasedUntil: number
}

/**
 * How long a message is one process's before another may take it; a process that lives renews it every quarter of that time. So the
 * message of one that was killed leaves a few seconds later, and a send may take as long as it likes.
 */
export const MESSAGE_LEASE_MS = 12_000

/** Where a sealed message lives: it opens in no other row. */
export function messageContext(messageId: string): string {
  return `outbox|sealed|${messageId}`
}

/** Seals a message for the outbox, which holds nothing in clear but where it goes. */
export function queued(
  ports: IdPorts & { readonly seal: Seal },
  instanceId: string,
  of: { readonly channel: Channel; readonly to: string; readonly said: Said; readonly lifetimeMs: number },
): QueuedMessage {
  const { channel, to } = of
  const createdAt = ports.clock.now()
  const id = newId(ports, 'message')
  const facts: MessageFacts = { ...of.said, to, channel }
  const sealed = ports.seal.seal(messageContext(id), JSON.stringify(facts))
  return { instanceId, id, channel, to, sealed, expiresAt: createdAt + of.lifetimeMs, createdAt, facts }
}

/** The same, held by this process, which sends it after the commit. */
export function leased(message: QueuedMessage): LeasedMessage {
  return { ...message, leasedUntil: message.createdAt + MESSAGE_LEASE_MS }
}

/** Writes a message from its facts, for its channel. @throws Error when its code or link could not be ours */
export function writeMessage(ports: { readonly writers: Writers }, { instanceId, id }: MessageKey, facts: MessageFacts): Message {
  const { to, channel = 'email', ...said } = facts
  const proves = 'notice' in said ? { code: null, link: null } : { code: said.code, link: said.link }
  return { instanceId, id, channel, to, ...ports.writers[channel](said), ...proves } as Message
}

/** Unseals the facts of a waiting message and writes it. @throws Error when they were not sealed for this row */
export function openMessage(
  ports: { readonly seal: Seal; readonly writers: Writers },
  { sealed, ...key }: MessageKey & { readonly sealed: string },
): Message {
  return writeMessage(ports, key, JSON.parse(ports.seal.open(messageContext(key.id), sealed)) as MessageFacts)
}

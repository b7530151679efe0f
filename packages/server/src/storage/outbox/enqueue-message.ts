import type { Channel } from '@latchkey/protocol'
import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'

/** A message to send once the transaction is committed. Times are epoch milliseconds. */
export interface NewMessage {
  readonly id: string
  readonly channel: Channel
  readonly to: string
  /** What it says, sealed by the caller: a message may hold a code. Erased when it is through. */
  readonly sealed: string
  /** The verification the message is about, for the dashboard. */
  readonly attemptVerificationId?: string | null
  /** Not worth sending from then on. */
  readonly expiresAt: number
  readonly createdAt: number
  /** This process sends it itself, so nobody else takes it before then. That try is counted already. */
  readonly leasedUntil?: number
}

const query = hotInsert('outbox')

/** Puts a message in the outbox, due at once or leased to this process. */
export async function enqueueMessage(scope: InstanceScope, message: NewMessage): Promise<void> {
  await query.run(scope.db, {
    instance_id: scope.instanceId,
    id: message.id,
    channel: message.channel,
    recipient: message.to,
    sealed: message.sealed,
    attempt_verification_id: message.attemptVerificationId ?? null,
    status: 'due',
    tries: message.leasedUntil === undefined ? 0 : 1,
    next_at: message.leasedUntil ?? message.createdAt,
    error: null,
    expires_at: message.expiresAt,
    created_at: message.createdAt,
    finished_at: null,
  })
}

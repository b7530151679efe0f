import type { Email } from '../../delivery/templates/render-email.ts'

/** What a waiting mail is made of: the facts are sealed in its row, the words are put around them when it leaves. */
export type MailFacts = Email & { readonly to: string }

/** A mail on its way into the outbox: its row, and what is sealed in there. Times are epoch milliseconds. */
export interface QueuedMail {
  readonly instanceId: string
  readonly id: string
  readonly channel: 'email'
  readonly to: string
  readonly sealed: string
  readonly expiresAt: number
  readonly createdAt: number
  /** Until then it is this process's to send. */
  readonly leasedUntil: number
  readonly facts: MailFacts
}

/**
 * How long a message is one process's before another may take it; a process that lives renews it every quarter of that time. So the
 * mail of one that was killed leaves a few seconds later, and a send may take as long as it likes.
 */
export const MAIL_LEASE_MS = 12_000

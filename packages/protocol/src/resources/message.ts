import type { Channel } from '../attributes.ts'

/** A message that a development server kept instead of sending it. */
export interface InboxMessageJSON {
  readonly object: 'message'
  readonly id: string
  readonly instance_id: string
  readonly channel: Channel
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The code that it carries, `null` where it carries none. */
  readonly code: string | null
  readonly link: string | null
  readonly created_at: number
}

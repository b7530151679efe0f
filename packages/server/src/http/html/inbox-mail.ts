/** A mail as the development inbox shows it. */
export interface InboxMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly code: string | null
  readonly link: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number
}

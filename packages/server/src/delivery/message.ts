/** One message to one person, as it waits sealed in the outbox. */
export interface Message {
  readonly instanceId: string
  readonly id: string
  readonly channel: 'email'
  /** A canonical address. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** What the message proves by, for the development inbox and tests; transports send only what is in the parts. */
  readonly code: string | null
  readonly link: string | null
}

/** How messages leave. */
export interface Transport {
  /**
   * @param options.messageId the same at every try, so that a mail delivered twice can be told to be one
   * @throws DeliveryError
   */
  send(message: Message, options: { readonly messageId: string }): Promise<void>
  /** Lets go of all connections. */
  close(): Promise<void>
}

/** A message did not leave. Its text is safe to store and to log: it never holds a code, a link or an address. */
export class DeliveryError extends Error {
  /** Trying the same message again would end the same way. */
  readonly permanent: boolean

  constructor(message: string, permanent: boolean) {
    super(message)
    this.name = 'DeliveryError'
    this.permanent = permanent
  }
}

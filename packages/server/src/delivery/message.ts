import type { Channel } from '@latchkey/protocol'

/** An email in its two forms. */
export interface RenderedEmail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What a message is written as, by the channel it leaves by: a channel is an entry here, a writer and a transport. */
export interface Written {
  readonly email: RenderedEmail
}

interface Envelope<By extends Channel> {
  readonly instanceId: string
  readonly id: string
  readonly channel: By
  /** In its canonical form. */
  readonly to: string
  /** What the message proves by, for the development inbox and tests; transports send only what was written. */
  readonly code: string | null
  readonly link: string | null
}

/** One message to one person, as it leaves. */
export type Message<By extends Channel = Channel> = { readonly [Each in By]: Envelope<Each> & Written[Each] }[By]

/** How messages leave by a channel, or by whichever it is. */
export interface Transport<By extends Channel = Channel> {
  /**
   * @param options.messageId the same at every try, so that a mail delivered twice can be told to be one
   * @throws DeliveryError
   */
  send(message: Message<By>, options: { readonly messageId: string }): Promise<void>
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

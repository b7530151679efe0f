import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'

/** A mail as a server got it. */
export interface ReceivedMail {
  readonly ehlo: string
  readonly secure: boolean
  readonly user: string | undefined
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
}

/** A mail server on this machine, and what it got. */
export interface MailServer {
  readonly port: number
  readonly received: ReceivedMail[]
  close(): Promise<void>
}

/** Refuses with a reply of its own. */
export class Reply extends Error {
  readonly responseCode: number

  constructor(code: number, message: string) {
    super(message)
    this.responseCode = code
  }
}

/** Starts a real SMTP server for a test. `port` 0 takes any that is free. */
export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.cert === undefined ? ['STARTTLS'] : [],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onData(stream, session, callback) {
      text(stream).then((raw) => {
        const { hostNameAppearsAs, secure, user, envelope } = session
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        received.push({ ehlo: String(hostNameAppearsAs), secure, user, from, to: envelope.rcptTo.map((each) => each.address), raw })
        return callback()
      }, callback)
    },
    ...options,
  })
  // A client that hangs up in the middle is part of some tests.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

import { createTransport } from 'nodemailer'
import { canonicalEmailAddress } from '../domain/identifiers/email-address.ts'
import type { Mailbox } from './mailbox.ts'
import { DeliveryError, type Transport } from './message.ts'
import { plainLine } from './plain-line.ts'
import { parseSmtpUrl } from './smtp-url.ts'

/** A mail server, and who its mails are from. */
export interface SmtpTransportOptions {
  /** As {@link parseSmtpUrl} reads it. */
  readonly url: string
  readonly from: Mailbox
  /** Certificate authorities in PEM to trust instead of the usual ones. */
  readonly ca?: string
  /** Milliseconds for a mail from first to last; a mail server that answers a byte a minute is given up then. */
  readonly deadlineMs?: number
}

const connectMs = 5000
const socketMs = 15_000

/**
 * Sends by SMTP over a few kept connections. Retrying is left to the outbox, which outlives the process.
 * @throws Error in one sentence when the URL or the sender cannot be used
 */
export function createSmtpTransport({ url, from, ca, deadlineMs = 30_000 }: SmtpTransportOptions): Transport<'email'> {
  const server = parseSmtpUrl(url)
  const sender = canonicalEmailAddress(from.address)
  if (sender === null) throw new Error('The sender of emails is not an address. Set it to one at your domain.')
  const domain = sender.slice(sender.indexOf('@') + 1)
  const mailer = createTransport({
    pool: true,
    maxConnections: 5,
    maxRequeues: 0,
    // Shorter than mail servers wait, so that a connection is not found closed just when it is needed.
    idleTimeout: 20_000,
    host: server.host,
    port: server.port,
    secure: server.implicitTls,
    requireTLS: server.requireTls,
    ...(server.auth === null ? {} : { auth: server.auth }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    // Says nothing of this machine, and is the same whatever is sent.
    name: domain,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: socketMs,
    // A server that was given up is not waited for.
    socketCloseTimeout: 500,
    disableFileAccess: true,
    disableUrlAccess: true,
    maxRecipients: 1,
  })
  return {
    async send({ to, subject, text, html }, { messageId }) {
      // Addresses are objects throughout: a parser of address lists is where one recipient becomes two.
      if (canonicalEmailAddress(to) !== to) throw new DeliveryError('The address of a message is not in its canonical form.', true)
      if (!/^[\w-]{1,100}$/.test(messageId)) throw new DeliveryError('The id of a message has characters that ids do not have.', true)
      try {
        await mailer.sendMail({
          envelope: { from: sender, to: [to] },
          from: { name: plainLine(from.name ?? ''), address: sender },
          to: { name: '', address: to },
          subject: plainLine(subject),
          text,
          html,
          messageId: `<${messageId}@${domain}>`,
          // Keeps absence notes from answering. RFC 3834, section 5
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(deadlineMs),
        })
      } catch (error) {
        throw smtpFailure(error)
      }
    },
    async close() {
      mailer.close()
    },
  }
}

/** What nodemailer says about a failure, as far as it is read here. */
interface SmtpError {
  readonly code?: unknown
  readonly originalCode?: unknown
  readonly command?: unknown
  readonly responseCode?: unknown
  readonly response?: unknown
}

/** After these commands, and only these, a 5xx reply is about the message or its receiver; before them it is about us. */
const aboutTheMessage = new Set(['RCPT TO', 'DATA'])

/**
 * Turns a failure to send into what may be stored: which step failed and the numbers the mail server gave.
 * Its words are left out, because servers quote what they refuse: the address, the subject with the code, the link.
 * @see RFC 5321, section 4.2.1; RFC 3463
 */
export function smtpFailure(error: unknown): DeliveryError {
  const { code, originalCode, command, responseCode, response } = (error ?? {}) as SmtpError
  const step = typeof command === 'string' && /^[A-Z][A-Z\d -]{2,20}$/.test(command) ? command : 'sending'
  if (typeof responseCode === 'number') {
    const enhanced = typeof response === 'string' ? /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined
    const reply = enhanced === undefined ? String(responseCode) : `${responseCode} ${enhanced}`
    const permanent = responseCode >= 500 && responseCode !== 503 && aboutTheMessage.has(step)
    return new DeliveryError(`The email server answered ${reply} to ${step}.`, permanent)
  }
  const name = [originalCode, code].find((each) => typeof each === 'string' && /^[A-Z][A-Z\d_]{2,40}$/.test(each))
  // An address that cannot be written into a command stays that way.
  return new DeliveryError(`The email could not be handed over: ${String(name ?? 'unknown reason')} at ${step}.`, code === 'EENVELOPE')
}

import { DeliveryError } from './message.ts'

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

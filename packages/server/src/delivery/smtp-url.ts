/** A mail server and how to talk to it. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else it begins in clear and goes over by STARTTLS. */
  readonly implicitTls: boolean
  /** Refuse to send in clear. */
  readonly requireTls: boolean
  readonly auth: { readonly user: string; readonly pass: string } | null
}

const form = 'smtp://user:password@host:587 or smtps://user:password@host:465'

/**
 * Reads the URL of a mail server. Codes are worth as much as passwords, so a server that offers no TLS is refused, but for one on this
 * machine and one whose URL says `?tls=off`.
 * @throws Error in one sentence, which never repeats the URL because there is a password in it
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.parse(text)
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname) || url.hash !== '') {
    throw new Error(`The URL of the email server is not of the form ${form}.`)
  }
  const unknown = [...url.searchParams].find(([name, value]) => name !== 'tls' || value !== 'off')
  if (unknown) throw new Error('The URL of the email server has a parameter that is unknown; only tls=off is.')
  const implicitTls = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const local = /^(localhost|127(\.\d+){3}|::1)$/i.test(host)
  return {
    host,
    port: url.port === '' ? (implicitTls ? 465 : 587) : Number(url.port),
    implicitTls,
    requireTls: !implicitTls && !local && !url.searchParams.has('tls'),
    auth: url.username === '' ? null : { user: decode(url.username), pass: decode(url.password) },
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Error('The user or the password in the URL of the email server has a percent sign that is not encoded as %25.')
  }
}

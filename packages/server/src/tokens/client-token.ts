/** The parts of a client token. `token` is the whole text; its SHA-256 is what the client's row holds. */
export interface ClientToken {
  readonly clientId: string
  readonly token: string
}

const longest = 200
const shape = /^(client_[0-9A-Za-z]{27})\.([\w-]{43,})$/

/**
 * The long-lived secret of a browser, `<client id>.<secret in base64url>`: the id finds the row, the whole proves it.
 * @param secret at least 32 random bytes
 */
export function formatClientToken(clientId: string, secret: Uint8Array): string {
  if (secret.length < 32) throw new RangeError('The secret of a client token has at least 32 bytes.')
  return `${clientId}.${Buffer.from(secret).toString('base64url')}`
}

/** Reads a client token from a cookie or header; `null` for anything that {@link formatClientToken} would not have written. */
export function parseClientToken(text: string): ClientToken | null {
  if (text.length > longest) return null
  const match = shape.exec(text)
  if (!match) return null
  const secret = match[2]!
  // One spelling per token: base64url has several for the same bytes.
  return Buffer.from(secret, 'base64url').toString('base64url') === secret ? { clientId: match[1]!, token: text } : null
}

import { verify } from 'node:crypto'
import { TOKEN_CATEGORIES, checkSessionClaims, parseJwt } from '@latchkey/protocol'
import type { SessionClaims, SessionTokenFlaw } from '@latchkey/protocol'
import type { VerifyingKey } from './signing-key.ts'

/** What a session token is held against besides its signature. */
export interface VerifyOptions {
  /** Epoch milliseconds. */
  readonly now: number
  readonly issuer?: string
  /** Reads a token for so long after its end, for an endpoint that exchanges it. Leave it out to let nobody in with one. */
  readonly allowExpiredForMs?: number
}

/** The verdict on a session token. Only the good one carries an identity. */
export type VerifiedSession =
  | { readonly ok: true; readonly claims: SessionClaims }
  | { readonly ok: false; readonly reason: SessionTokenFlaw | 'unknown_key' | 'signature' }

const skewSeconds = 5

/**
 * Is this a session token that we signed with one of these keys, and good now? Never throws, whatever it is handed.
 * The key comes from our list by `kid` and decides the algorithm; nothing in the token can.
 * @see RFC 8725, section 3
 */
export function verifySessionToken(keys: readonly VerifyingKey[], token: string, options: VerifyOptions): VerifiedSession {
  const jwt = parseJwt(token)
  if (!jwt) return { ok: false, reason: 'malformed' }
  const key = keys.find((each) => each.kid === jwt.header.kid)
  if (!key) return { ok: false, reason: 'unknown_key' }
  const signature = Buffer.from(jwt.signature, 'base64url')
  if (!verify('sha256', Buffer.from(jwt.signingInput), key.publicKey, signature)) return { ok: false, reason: 'signature' }
  // SDKs let a token without a category pass; all of ours have one.
  if (jwt.header.cat !== TOKEN_CATEGORIES.session) return { ok: false, reason: 'category' }
  const { now, issuer, allowExpiredForMs = 0 } = options
  return checkSessionClaims(jwt, {
    now: Math.floor(now / 1000),
    skew: skewSeconds,
    allowExpiredFor: Math.floor(allowExpiredForMs / 1000),
    issuer,
  })
}

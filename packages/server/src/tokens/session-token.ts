import { clientConfirmation, TOKEN_CATEGORIES } from '@latchkey/protocol'
import type { SessionClaims } from '@latchkey/protocol'
import type { Random } from '../platform/random.ts'
import { encodeSegment, type SignJwt } from './jwt-signer.ts'
import type { SigningKey } from './signing-key.ts'

/** What a session token says. Times are epoch milliseconds. */
export interface SessionTokenClaims {
  /** The base the request came by. */
  readonly iss: string
  readonly sub: string
  readonly sid: string
  /** Origin of the application's page; left out of the token when there is none. */
  readonly azp: string | null
  readonly firstFactorAt: number | null
  readonly secondFactorAt: number | null
  /** Nobody can act for somebody else yet. */
  readonly actor?: null
  /** SHA-256 in base64url of the client token it is bound to; left out of a bearer token. */
  readonly clientTokenHash?: string | null
  readonly now: number
  readonly lifetimeMs: number
}

/** Mints the short-lived token that an application verifies on its own. */
export type MintSessionToken = (key: SigningKey, claims: SessionTokenClaims) => Promise<string>

/**
 * The one function that mints session tokens. Version 2 claims; `oiat` in the header lets tabs keep the newest.
 * @see RFC 7519
 */
export function createSessionTokenMinter({ sign, random }: { readonly sign: SignJwt; readonly random: Random }): MintSessionToken {
  const headers = new WeakMap<SigningKey, { readonly iat: number; readonly encoded: string }>()

  /** The same for every token of a key within a second. */
  const header = (key: SigningKey, iat: number): string => {
    const cached = headers.get(key)
    if (cached?.iat === iat) return cached.encoded
    const encoded = encodeSegment({ alg: 'RS256', cat: TOKEN_CATEGORIES.session, kid: key.kid, oiat: iat, typ: 'JWT' })
    headers.set(key, { iat, encoded })
    return encoded
  }

  return (key, { iss, sub, sid, azp, firstFactorAt, secondFactorAt, clientTokenHash = null, now, lifetimeMs }) => {
    const iat = Math.floor(now / 1000)
    const payload = encodeSegment({
      ...(azp === null ? {} : { azp }),
      ...(clientTokenHash === null ? {} : { cnf: { client: clientConfirmation(Buffer.from(clientTokenHash, 'base64url')) } }),
      exp: iat + Math.floor(lifetimeMs / 1000),
      fva: [minutesSince(firstFactorAt, now), minutesSince(secondFactorAt, now)],
      iat,
      iss,
      jti: Buffer.from(random.bytes(15)).toString('base64url'),
      // Ten seconds of patience for an application whose clock is behind.
      nbf: iat - 10,
      sid,
      sts: 'active',
      sub,
      v: 2,
    } satisfies SessionClaims)
    return sign(key, `${header(key, iat)}.${payload}`)
  }
}

/** Whole minutes, `-1` for a factor never proven: what reverification rules compare with. */
function minutesSince(at: number | null, now: number): number {
  return at === null ? -1 : Math.max(0, Math.floor((now - at) / 60_000))
}

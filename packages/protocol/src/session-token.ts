import type { Jwt } from './jwt.ts'
import type { JsonObject } from './resources/json.ts'

/** The class of a token, in its header. One key signs them all, so each kind must be told from a session. */
export const TOKEN_CATEGORIES = {
  session: 'cl_B7d4PD111AAA',
  template: 'cl_B7d4PD222AAA',
  machine: 'cl_B7d4PD333AAA',
  handshake: 'cl_I7d4PD111III',
} as const

/** The claims of a session token, version 2. Times are Unix seconds. */
export interface SessionClaims {
  readonly iss: string
  readonly sub: string
  readonly sid: string
  readonly iat: number
  readonly nbf: number
  readonly exp: number
  readonly jti: string
  readonly v: 2
  /** `pending`: signed in, with something left to do. It does not count as signed in. */
  readonly sts: 'active' | 'pending'
  /** Minutes since the first and the second factor were proved; -1 for one that never was. */
  readonly fva: readonly [first: number, second: number]
  /** The origin of the page the token was minted for. */
  readonly azp?: string
  /** Who acts as the user, when somebody does. */
  readonly act?: JsonObject
  /** Whose cookie it may lie in: {@link clientConfirmation} of the client token beside it. A bearer token has none. @see RFC 7800 */
  readonly cnf?: { readonly client: string }
}

/** What a session token is held against. */
export interface SessionCheck {
  /** The time it is, in Unix seconds. */
  readonly now: number
  /** Seconds by which two clocks may differ. */
  readonly skew: number
  /** Seconds after its end at which a token is still read, for exchanging it. Leave it out to let nobody in with it. */
  readonly allowExpiredFor?: number | undefined
  readonly issuer?: string | undefined
  /** Origins a token may have been minted for. An empty list admits none. */
  readonly authorizedParties?: readonly string[] | undefined
}

/** Why a session token lets nobody in. */
export type SessionTokenFlaw = 'category' | 'malformed' | 'expired' | 'not_yet_valid' | 'issued_in_future' | 'issuer' | 'authorized_party'

/** The verdict on a session token. Only the good one carries an identity. */
export type SessionVerdict =
  | { readonly ok: true; readonly claims: SessionClaims }
  | { readonly ok: false; readonly reason: SessionTokenFlaw }

/**
 * Judges the claims of a session token whose signature was found right. It takes the header along, so that no caller can forget that a
 * token of another class is none of a session. Every comparison is written so that a NaN refuses.
 * @see RFC 8725, sections 3.8 to 3.12
 */
export function checkSessionClaims(jwt: Pick<Jwt, 'header' | 'claims'>, check: SessionCheck): SessionVerdict {
  const { header, claims } = jwt
  if (header.cat !== null && header.cat !== TOKEN_CATEGORIES.session) return flaw('category')
  return isSessionClaims(claims) ? recheckSessionClaims(claims, check) : flaw('malformed')
}

/** Judges claims once more that {@link checkSessionClaims} has found to be those of a session: what the time and the caller change. */
export function recheckSessionClaims(claims: SessionClaims, check: SessionCheck): SessionVerdict {
  const { now, skew, allowExpiredFor = 0, issuer, authorizedParties } = check
  if (!(now < claims.exp + skew + allowExpiredFor)) return flaw('expired')
  if (!(claims.nbf <= now + skew)) return flaw('not_yet_valid')
  if (!(claims.iat <= now + skew)) return flaw('issued_in_future')
  if (issuer !== undefined && claims.iss !== issuer) return flaw('issuer')
  if (authorizedParties !== undefined && !authorizedParties.some((party) => party === claims.azp)) return flaw('authorized_party')
  return { ok: true, claims }
}

function flaw(reason: SessionTokenFlaw): SessionVerdict {
  return { ok: false, reason }
}

function isSessionClaims(claims: Readonly<Record<string, unknown>>): claims is Readonly<Record<string, unknown>> & SessionClaims {
  const { iss, sub, sid, iat, nbf, exp, jti, v, sts, fva, azp, act, cnf } = claims
  return (
    [iss, sub, sid, jti].every(isText) &&
    [iat, nbf, exp].every(isSeconds) &&
    v === 2 &&
    (sts === 'active' || sts === 'pending') &&
    Array.isArray(fva) &&
    fva.length === 2 &&
    fva.every((age) => Number.isSafeInteger(age) && age >= -1) &&
    (azp === undefined || isText(azp)) &&
    (act === undefined || isObject(act)) &&
    (cnf === undefined || (isObject(cnf) && Object.keys(cnf).length === 1 && isConfirmation(cnf.client)))
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** 16 bytes in base64url: the last of 22 characters has two bits of its own. */
function isConfirmation(value: unknown): boolean {
  return typeof value === 'string' && /^[\w-]{21}[AQgw]$/.test(value)
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

/** RFC 7519 would allow fractions. We mint none, and strings, infinities and the like come only from somebody else. */
function isSeconds(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

import {
  checkSessionClaims,
  clientConfirmation,
  type Jwt,
  parseJwt,
  recheckSessionClaims,
  type SessionCheck,
  type SessionClaims,
  type SessionVerdict,
} from '@latchkey/protocol'
import type { KeySource } from '../keys/key-source.ts'
import type { ServerClock } from '../keys/server-clock.ts'
import type { TokenCrypto } from '../platform/token-crypto.ts'
import type { TokenFlaw } from './token-error.ts'
import { createVerdictCache } from './verdict-cache.ts'

/** What a token is held against, besides the signature. `now` in epoch milliseconds, `skew` in seconds. */
export interface TokenCheck extends Pick<SessionCheck, 'skew' | 'issuer' | 'authorizedParties'> {
  readonly now: number
  /** The client token that came along in its cookie. `null` where there is none, and then no bound token is taken. */
  readonly clientToken: string | null
}

/** The verdict. Only the good one carries an identity. */
export type TokenVerdict = { readonly ok: true; readonly claims: SessionClaims } | { readonly ok: false; readonly reason: TokenFlaw }

/** Judges tokens of one instance, at once where the token is known; never throws. */
export type JudgeToken = (token: string, check: TokenCheck) => TokenVerdict | Promise<TokenVerdict>

/**
 * How long a signature is known: a token may live for years, and its key may be withdrawn meanwhile. The usual one lives for a minute and
 * is taken for some seconds more, since clocks differ: it is checked once.
 */
const knownMs = 70_000

type TimeFlaw = 'expired' | 'not_yet_valid' | 'issued_in_future'

/**
 * How old a reading of the server's clock may be, in milliseconds, when a token has a flaw of time. That one has expired is usual; no
 * token comes from the future unless the clocks differ.
 */
const OLD_READING_MS: { readonly [Flaw in TimeFlaw]: number } = { expired: 60_000, not_yet_valid: 2000, issued_in_future: 2000 }
const FROM_THE_FUTURE = /^(?:not_yet_valid|issued_in_future)$/

/**
 * Makes the judge of an instance. A signature that was checked is known for a while; times, issuer, party and the browser
 * it belongs to are looked at every time.
 */
export function createTokenJudge({ keys, crypto }: { readonly keys: KeySource; readonly crypto: TokenCrypto }): JudgeToken {
  const cache = createVerdictCache()

  const judgeNew = (token: string, check: TokenCheck): TokenVerdict | Promise<TokenVerdict> => {
    const jwt = parseJwt(token)
    if (jwt === null) return refused('malformed')
    // Claims first: a signature costs more, and a foreign token must not make anybody fetch keys.
    const verdict = judgeClaims(jwt, check, keys.clock)
    if (!verdict.ok && Object.hasOwn(OLD_READING_MS, verdict.reason) && keys.readClock !== undefined) {
      // Perhaps it is the clocks that are wrong, and not the token.
      const read = keys.readClock(check.now, OLD_READING_MS[verdict.reason as TimeFlaw])
      return read.then(() => judgeSignature(token, jwt, judgeClaims(jwt, check, keys.clock), check))
    }
    return judgeSignature(token, jwt, verdict, check)
  }

  const judgeSignature = (token: string, jwt: Jwt, verdict: TokenVerdict, check: TokenCheck): TokenVerdict | Promise<TokenVerdict> => {
    if (!verdict.ok) return verdict
    return after(isBoundAsItShould(verdict.claims, check.clientToken, crypto), (bound) => {
      if (!bound) return refused('client')
      return after(keys.find(jwt.header.kid, check.now), (verify) => {
        if (verify === 'unavailable') return refused('keys_unavailable')
        if (verify === null) return refused('unknown_key')
        return after(verify(jwt.signingInput, jwt.signature), (good) => {
          if (!good) return refused('signature')
          cache.set({ token, claims: verdict.claims, clientToken: check.clientToken, checkedAt: check.now })
          return verdict
        })
      })
    })
  }

  return (token, check) => {
    if (typeof token !== 'string') return refused('malformed')
    const known = cache.get(token)
    if (known === undefined || !isFresh(known.checkedAt, check.now)) return judgeNew(token, check)
    const verdict = timed(known.claims, check, keys.clock, recheckSessionClaims)
    if (!verdict.ok && FROM_THE_FUTURE.test(verdict.reason)) return judgeNew(token, check)
    if (!verdict.ok && verdict.reason === 'expired') cache.delete(token)
    if (verdict.ok && !sameClient(known.clientToken, check.clientToken)) return refused('client')
    return verdict
  }
}

/** Holds the claims against the server's clock, where that is known to differ from this machine's. */
function timed<Judged>(
  judged: Judged,
  { now, skew, issuer, authorizedParties }: TokenCheck,
  clock: ServerClock | undefined,
  judge: (judged: Judged, check: SessionCheck) => SessionVerdict,
): SessionVerdict {
  const correction = clock?.correction() ?? 0
  const verdict = judge(judged, { now: (now + correction) / 1000, skew, issuer, authorizedParties })
  // A date that a cache made look older must not make good tokens look as if they came from the future.
  if (verdict.ok || correction >= 0 || !FROM_THE_FUTURE.test(verdict.reason)) return verdict
  return judge(judged, { now: now / 1000, skew, issuer, authorizedParties })
}

function judgeClaims(jwt: Pick<Jwt, 'header' | 'claims'>, check: TokenCheck, clock: ServerClock | undefined): TokenVerdict {
  const verdict = timed(jwt, check, clock, checkSessionClaims)
  return verdict.ok && verdict.claims.sts !== 'active' ? refused('pending') : verdict
}

/** A token of a cookie names the client it came with, by a hash; one to be sent along names none. */
function isBoundAsItShould({ cnf }: SessionClaims, clientToken: string | null, crypto: TokenCrypto): boolean | Promise<boolean> {
  if (clientToken === null || cnf === undefined) return clientToken === null && cnf === undefined
  return after(crypto.sha256(clientToken), (digest) => sameText(cnf.client, clientConfirmation(digest)))
}

/** A clock that was set back makes everything old. */
function isFresh(checkedAt: number, now: number): boolean {
  return now >= checkedAt && now - checkedAt < knownMs
}

function sameClient(known: string | null, given: string | null): boolean {
  return known === null || given === null ? known === given : sameText(known, given)
}

function refused(reason: TokenFlaw): TokenVerdict {
  return { ok: false, reason }
}

/** Goes on with what is there at once, or waits for it: on Node nothing has to be waited for, and waiting costs a third of a check. */
export function after<In, Out>(value: In | Promise<In>, next: (value: In) => Out | Promise<Out>): Out | Promise<Out> {
  return value instanceof Promise ? value.then(next) : next(value)
}

/** Are two texts the same, found out in a time that depends on their length alone? */
function sameText(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}

import type { SessionClaims } from '@latchkey/protocol'
import { type Has, hasNothing, hasOf } from './reverification.ts'
import type { TokenFlaw } from '../verify/token-error.ts'

/**
 * Why nobody is signed in: what is wrong with the token, or `no_session_cookie`, `no_client_cookie`, `ambiguous_cookie` (two values
 * of one name, of which only one can be ours).
 */
export type SignedOutReason = TokenFlaw | 'no_session_cookie' | 'no_client_cookie' | 'ambiguous_cookie'

/** A token for calling another API as the signed-in user. @throws LatchkeyApiError, TypeError without a secret key */
export type GetToken = () => Promise<string | null>

/** Somebody is signed in. `isAuthenticated` is the same under the name newer code uses. */
export interface SignedInAuth {
  readonly isSignedIn: true
  readonly isAuthenticated: true
  readonly userId: string
  readonly sessionId: string
  readonly sessionClaims: SessionClaims
  readonly getToken: GetToken
  readonly has: Has
}

/** Nobody is signed in. */
export interface SignedOutAuth {
  readonly isSignedIn: false
  readonly isAuthenticated: false
  readonly userId: null
  readonly sessionId: null
  readonly sessionClaims: null
  readonly getToken: GetToken
  readonly has: Has
}

/** Who is signed in. */
export type Auth = SignedInAuth | SignedOutAuth

/**
 * Who made a request, and if nobody did, why. `clockDifference`: by how much the server's clock is ahead of this machine's, in
 * milliseconds, as its answers tell. Up to a minute is corrected; beyond that, tokens look expired or as if they came from the future.
 */
export type RequestState =
  | (SignedInAuth & { readonly reason: null; readonly clockDifference: number; toAuth(): SignedInAuth })
  | (SignedOutAuth & { readonly reason: SignedOutReason; readonly clockDifference: number; toAuth(): SignedOutAuth })

/** The state of a request whose token was found right. */
export function signedIn(sessionClaims: SessionClaims, getToken: GetToken, clockDifference: number): RequestState {
  const { sub: userId, sid: sessionId } = sessionClaims
  const toAuth = (): SignedInAuth => ({
    isSignedIn: true,
    isAuthenticated: true,
    userId,
    sessionId,
    sessionClaims,
    getToken,
    has: hasOf(sessionClaims),
  })
  return { ...toAuth(), reason: null, clockDifference, toAuth }
}

/** The state of a request that nobody is signed in by. */
export function signedOut(reason: SignedOutReason, clockDifference = 0): RequestState {
  const toAuth = (): SignedOutAuth => ({
    isSignedIn: false,
    isAuthenticated: false,
    userId: null,
    sessionId: null,
    sessionClaims: null,
    getToken: noToken,
    has: hasNothing,
  })
  return { ...toAuth(), reason, clockDifference, toAuth }
}

const noToken: GetToken = async () => null

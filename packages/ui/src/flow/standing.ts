import type { SignInResource, SignUpResource, VerificationResource } from '@latchkey/js'
import { methodOf } from './methods.ts'
import { FIELDS, type Standing } from './types.ts'

/** Before anything was begun. */
export const NOT_BEGUN: Standing = { step: 'none', address: '', sentTo: '', method: 'code', expiresAt: null, sessionId: null, missing: [] }

/** How a sign-in stands. */
export function standingOfSignIn(signIn: SignInResource): Standing {
  const { id, status, identifier, createdSessionId, firstFactorVerification, supportedFirstFactors } = signIn
  if (id === undefined || status === 'abandoned') return NOT_BEGUN
  const { strategy } = firstFactorVerification
  const address = identifier ?? ''
  const common = {
    ...NOT_BEGUN,
    address,
    sentTo: supportedFirstFactors.find((factor) => factor.strategy === strategy)?.safeIdentifier ?? address,
    method: methodOf(strategy),
    expiresAt: endOf(firstFactorVerification),
  }
  if (status === 'complete') return { ...common, step: 'complete', sessionId: createdSessionId }
  return { ...common, step: status === 'needs_first_factor' && strategy !== null ? 'verify' : 'none' }
}

/** How a sign-up stands. */
export function standingOfSignUp(signUp: SignUpResource): Standing {
  const { id, status, emailAddress, createdSessionId, unverifiedFields, missingFields, verifications } = signUp
  if (id === undefined || status === 'abandoned') return NOT_BEGUN
  const proof = verifications.emailAddress
  const missing = missingFields.flatMap((name) => FIELDS[name] ?? [])
  const common = {
    ...NOT_BEGUN,
    address: emailAddress ?? '',
    sentTo: emailAddress ?? '',
    method: methodOf(proof?.strategy ?? null),
    expiresAt: endOf(proof),
    missing,
  }
  if (status === 'complete') return { ...common, step: 'complete', sessionId: createdSessionId }
  if (unverifiedFields.length > 0) return { ...common, step: proof?.strategy == null ? 'none' : 'verify' }
  return { ...common, step: emailAddress !== null && missing.length > 0 ? 'continue' : 'none' }
}

/** When what was sent ends; what has failed is good for nothing until then. */
function endOf(proof: VerificationResource | null): number | null {
  return (proof?.status !== 'failed' && proof?.expireAt?.getTime()) || null
}

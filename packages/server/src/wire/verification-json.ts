import { type StrategyKind, type StrategyName, traitsOf, type VerificationJSON, type VerificationStatus } from '@latchkey/protocol'
import type { Verification } from '../domain/attempt.ts'
import { LIMITS } from '../domain/limits.ts'
import { known } from './known.ts'

const OBJECTS: Readonly<Record<StrategyKind, VerificationJSON['object']>> = {
  code: 'verification_otp',
  link: 'verification_email_link',
  redirect: 'verification_oauth',
  credential: 'verification_passkey',
  secret: 'verification_ticket',
}

/** The type word of a proof by this strategy, by which typed readers tell the forms of a verification apart. */
export function verificationObject(strategy: StrategyName): VerificationJSON['object'] {
  return OBJECTS[traitsOf(strategy)?.kind ?? 'code']
}

/**
 * A verification under way or finished. It has no `error`: the components show one when the page loads, even if it is old.
 * @param now epoch milliseconds
 */
export function verificationJson(verification: Verification, now: number): VerificationJSON {
  const { disclosed } = verification
  return {
    object: verificationObject(verification.strategy),
    status: statusOf(verification, now),
    strategy: verification.strategy,
    attempts: verification.guesses,
    expire_at: verification.expiresAt,
    ...known({
      nonce: disclosed?.type === 'challenge' ? disclosed.challenge : null,
      external_verification_redirect_url: disclosed?.type === 'redirect' ? disclosed.url : null,
      verified_at_client: verification.verifiedByClientId,
    }),
  }
}

/** The last allowed guess may be the right one, and a proof does not expire: so what was proven comes first. */
function statusOf(verification: Verification, now: number): VerificationStatus {
  if (verification.consumedAt !== null) return 'verified'
  if (verification.guesses >= LIMITS.guessesPerVerification) return 'failed'
  return verification.expiresAt <= now ? 'expired' : 'unverified'
}

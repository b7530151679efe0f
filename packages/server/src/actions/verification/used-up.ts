import type { Verification } from '../../domain/attempt.ts'

/** A verification as `consumeVerification` leaves it. */
export function usedUp(verification: Verification, use: { readonly now: number; readonly clientId: string | null }): Verification {
  return { ...verification, secret: null, consumedAt: use.now, verifiedByClientId: use.clientId }
}

import type { VerificationJSON } from '@latchkey/protocol'
import { dateOf } from './date-of.ts'

/** The proof of one thing: an address, the factor of a sign-in. */
export interface VerificationResource {
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable' | null
  /** The strategy it was prepared with, `null` before that. */
  readonly strategy: string | null
  readonly expireAt: Date | null
  readonly attempts: number | null
  /** Id of the client that finished it. */
  readonly verifiedAtClient: string | null
}

/** A proof, or one nobody began when there is none. */
export function verificationFromJSON(json: VerificationJSON | null): VerificationResource {
  return {
    status: json?.status ?? null,
    strategy: json?.strategy ?? null,
    expireAt: dateOf(json?.expire_at),
    attempts: json?.attempts ?? null,
    verifiedAtClient: json?.verified_at_client ?? null,
  }
}

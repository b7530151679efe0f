import type { VerificationJSON } from '@latchkey/protocol'
import { dateOf } from './date-of.ts'
import type { VerificationResource } from './verification.ts'

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

import type { EmailAddressJSON, VerificationJSON } from '@latchkey/protocol'

/** The proof of an address. Times are epoch milliseconds, as in every resource here. */
export interface Verification {
  readonly status: VerificationJSON['status']
  readonly strategy: VerificationJSON['strategy']
  readonly attempts: number | null
  readonly expireAt: number | null
}

/** An address of a user. */
export interface EmailAddress {
  readonly id: string
  readonly emailAddress: string
  readonly verification: Verification | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Reads an address. */
export function emailAddressFromJSON(json: EmailAddressJSON): EmailAddress {
  return {
    id: json.id,
    emailAddress: json.email_address,
    verification: json.verification === null ? null : verificationFromJSON(json.verification),
    createdAt: json.created_at,
    updatedAt: json.updated_at,
  }
}

function verificationFromJSON(json: VerificationJSON): Verification {
  return { status: json.status, strategy: json.strategy, attempts: json.attempts, expireAt: json.expire_at }
}

import type { EmailAddressJSON, VerificationJSON } from '@latchkey/protocol'
import { type Attempt, verificationIn } from '../domain/attempt.ts'
import type { Identification } from '../domain/identification.ts'
import { verificationJson, verificationObject } from './verification-json.ts'

/** A proven address of a user. */
export function emailAddressJson(identification: Identification): EmailAddressJSON {
  return {
    object: 'email_address',
    id: identification.id,
    email_address: identification.value,
    reserved: false,
    verification: proofJson(identification),
    linked_to: [],
    matches_sso_connection: false,
    created_at: identification.createdAt,
    updated_at: identification.updatedAt,
  }
}

/** Of a finished proof only its kind and its moment are kept: then its code or link was used up, and so at an end. */
function proofJson({ provenBy, createdAt }: Identification): VerificationJSON {
  // Nobody has an address on their own word.
  if (provenBy === 'admin' || provenBy === 'claim')
    return { object: 'verification_admin', status: 'verified', strategy: 'admin', attempts: null, expire_at: null }
  return { object: verificationObject(provenBy), status: 'verified', strategy: provenBy, attempts: null, expire_at: createdAt }
}

/**
 * An address that was added and waits for its proof. Its attempt's id is the id it keeps once proven.
 * @param now epoch milliseconds
 */
export function pendingEmailAddressJson(attempt: Attempt<'identification'>, now: number): EmailAddressJSON {
  const verification = verificationIn(attempt, 'identifier')
  return {
    object: 'email_address',
    id: attempt.id,
    email_address: attempt.state.identifier.value,
    reserved: false,
    verification: verification && verificationJson(verification, now),
    linked_to: [],
    matches_sso_connection: false,
    created_at: attempt.createdAt,
    updated_at: attempt.updatedAt,
  }
}

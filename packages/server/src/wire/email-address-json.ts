import type { EmailAddressJSON, VerificationJSON } from '@latchkey/protocol'
import type { Identification, ProvenBy } from '../domain/identification.ts'
import { verificationObject } from './verification-json.ts'

/** A proven address of a user. */
export function emailAddressJson(identification: Identification): EmailAddressJSON {
  return {
    object: 'email_address',
    id: identification.id,
    email_address: identification.value,
    reserved: false,
    verification: proofJson(identification.provenBy),
    linked_to: [],
    matches_sso_connection: false,
    created_at: identification.createdAt,
    updated_at: identification.updatedAt,
  }
}

/** Of a finished proof only its kind is kept. */
function proofJson(provenBy: ProvenBy): VerificationJSON {
  return {
    object: provenBy === 'admin' ? 'verification_admin' : verificationObject(provenBy),
    status: 'verified',
    strategy: provenBy,
    attempts: null,
    expire_at: null,
    verified_at_client: null,
    nonce: null,
    message: null,
    external_verification_redirect_url: null,
    channel: null,
    error: null,
  }
}

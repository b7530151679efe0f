import type { EmailAddressJSON } from '@latchkey/protocol'
import { type Attempt, verificationIn } from '../domain/attempt.ts'
import { verificationJson } from './verification-json.ts'

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

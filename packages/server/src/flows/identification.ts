import type { StrategyName } from '@latchkey/protocol'
import type { IdentificationState } from '../domain/attempt.ts'
import type { ProvenBy } from '../domain/identification.ts'
import { LIMITS } from '../domain/limits.ts'
import type { Proof } from '../domain/proof.ts'
import { type Decision, refuse } from './decision.ts'

/*
 *   (nothing) ──added──▶ unverified ──proven──▶ verified          removing it is deleting the attempt
 *   Creates no session: whoever adds an address is signed in already.
 */

/** What happens to an address that a user is adding. */
export type IdentificationEvent =
  | { readonly type: 'added'; readonly addressTaken: boolean; readonly pending: number }
  | {
      readonly type: 'proven'
      readonly proof: Proof
      readonly by: StrategyName
      readonly addressTaken: boolean
      readonly attemptId: string
      readonly userId: string
    }

/** The product rule of adding an address. The attempt's id becomes the identification's. */
export function stepIdentification(state: IdentificationState, event: IdentificationEvent): Decision<IdentificationState> {
  if (event.addressTaken) return refuse('form_identifier_exists', { param: 'email_address' })
  switch (event.type) {
    case 'added':
      if (event.pending >= LIMITS.unverifiedAddressesPerUser) return refuse('too_many_unverified_identifications')
      return { ok: true, next: state, effects: [] }
    case 'proven':
      return proven(state, event)
    default:
      return event satisfies never
  }
}

function proven(state: IdentificationState, event: IdentificationEvent & { type: 'proven' }): Decision<IdentificationState> {
  if (event.proof.type !== 'address' || event.proof.address !== state.emailAddress) return refuse('verification_failed')
  const { attemptId: id, userId } = event
  return {
    ok: true,
    next: state,
    effects: [
      { type: 'create_identification', id, userId, address: state.emailAddress, provenBy: event.by as ProvenBy },
      { type: 'drop_claims', address: state.emailAddress },
      { type: 'set_primary_if_none', userId, identificationId: id },
      { type: 'audit', event: 'email_address.verified', userId },
    ],
  }
}

import type { StrategyName } from '@latchkey/protocol'
import type { IdentificationState } from '../domain/attempt.ts'
import { isSameIdentifier } from '../domain/identifiers/identifier.ts'
import { LIMITS } from '../domain/limits.ts'
import type { Proof } from '../domain/proof.ts'
import { type Decision, type RefusedDecision, refuse } from './decision.ts'
import { standingRefusal, type Standing } from './standing.ts'

/*
 *   (nothing) ──added──▶ unverified ──proven──▶ verified          removing it is deleting the attempt
 *   Creates no session: whoever adds an identifier is signed in, and still is when it is proven. Otherwise one who had her session
 *   for a moment could make his address hers after she has signed him out.
 */

/** What happens to an identifier that a user is adding. */
export type IdentificationEvent =
  | { readonly type: 'added'; readonly taken: boolean; readonly pending: number }
  | {
      readonly type: 'proven'
      readonly proofs: readonly Proof[]
      readonly by: StrategyName
      readonly taken: boolean
      readonly attemptId: string
      /** Whose it becomes, if she is still signed in on the client that proves it. */
      readonly user: Standing | null
      readonly now: number
    }

/** The product rule of adding an identifier. The attempt's id becomes the identification's. */
export function stepIdentification(state: IdentificationState, event: IdentificationEvent): Decision<IdentificationState> {
  switch (event.type) {
    case 'added':
      if (event.taken) return refuseTaken(state)
      if (event.pending >= LIMITS.unverifiedAddressesPerUser) return refuse('too_many_unverified_identifications')
      return { ok: true, next: state, effects: [] }
    case 'proven':
      return proven(state, event)
    default:
      return event satisfies never
  }
}

function proven(state: IdentificationState, event: IdentificationEvent & { type: 'proven' }): Decision<IdentificationState> {
  const { proofs, attemptId: id, user } = event
  const { identifier } = state
  if (user === null) return refuse('signed_out')
  const refusal = standingRefusal(user, event.now)
  if (refusal) return refusal
  if (event.taken) return refuseTaken(state)
  if (!proofs.some((proof) => proof.type === 'identifier' && isSameIdentifier(proof.identifier, identifier)))
    return refuse('verification_failed')
  const userId = user.id
  return {
    ok: true,
    next: state,
    effects: [
      { type: 'create_identification', id, userId, identifier, provenBy: event.by },
      { type: 'drop_claims', identifier },
      { type: 'set_primary_if_none', userId, of: identifier.type, identificationId: id },
      { type: 'record', event: { type: `${identifier.type}.verified`, userId, detail: { id, strategy: event.by } } },
    ],
  }
}

function refuseTaken({ identifier }: IdentificationState): RefusedDecision {
  return refuse('form_identifier_exists', { param: identifier.type })
}

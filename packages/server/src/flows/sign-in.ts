import type { StrategyName } from '@latchkey/protocol'
import type { SignInState } from '../domain/attempt.ts'
import type { Identifier } from '../domain/identifiers/identifier.ts'
import type { Proof } from '../domain/proof.ts'
import type { SignInStatus } from '../domain/view.ts'
import { type Decision, refuse } from './decision.ts'
import { standingRefusal, type Standing } from './may-sign-in.ts'

/*
 *   needs_identifier ──identified──▶ needs_first_factor ──proven──▶ complete
 *          └───────────────────────proven (credential)─────────────────▲
 *   There is no other edge: whoever wants another identifier begins another sign-in.
 */

/** What happens to a sign-in. */
export type SignInEvent =
  | {
      readonly type: 'identified'
      readonly identifier: Identifier
      readonly owner: Standing | null
      /** The owner's live session on this client, where several sessions are allowed. */
      readonly ownerSessionId: string | null
    }
  | {
      readonly type: 'proven'
      readonly proof: Proof
      readonly by: StrategyName
      readonly owner: Standing | null
      readonly sessionId: string
    }

/** What the step may know besides the state. */
export interface SignInFacts {
  readonly now: number
  /** The live session that stands in the way of another, `null` when there is none or many are allowed. */
  readonly blockingSessionId: string | null
}

/** A sign-in before anything is known. */
export const NEW_SIGN_IN: SignInState = { identifier: null, userId: null, createdSessionId: null }

/** Where a sign-in stands, computed from what is known. */
export function signInStatus(state: SignInState): SignInStatus {
  if (state.createdSessionId !== null) return 'complete'
  return state.identifier === null ? 'needs_identifier' : 'needs_first_factor'
}

/** The product rule of signing in. */
export function stepSignIn(state: SignInState, event: SignInEvent, facts: SignInFacts): Decision<SignInState> {
  if (signInStatus(state) === 'complete') return refuse('client_state_invalid')
  if (facts.blockingSessionId !== null) return refuse('session_exists', { meta: { session_id: facts.blockingSessionId } })
  switch (event.type) {
    case 'identified':
      return identified(state, event, facts)
    case 'proven':
      return proven(state, event, facts)
    default:
      return event satisfies never
  }
}

function identified(state: SignInState, event: SignInEvent & { type: 'identified' }, facts: SignInFacts): Decision<SignInState> {
  if (state.identifier !== null) return refuse('client_state_invalid')
  if (event.owner === null) return refuse('form_identifier_not_found', { param: 'identifier' })
  const refusal = standingRefusal(event.owner, facts.now)
  if (refusal) return refusal
  if (event.ownerSessionId !== null) return refuse('identifier_already_signed_in', { meta: { session_id: event.ownerSessionId } })
  return { ok: true, next: { ...state, identifier: event.identifier, userId: event.owner.id }, effects: [] }
}

function proven(state: SignInState, event: SignInEvent & { type: 'proven' }, facts: SignInFacts): Decision<SignInState> {
  const { proof, owner, sessionId } = event
  // Nobody was named yet, so no message can have been asked for here.
  if (state.identifier === null && proof.type === 'identifier') return refuse('client_state_invalid')
  if (owner === null || !isNamed(owner, state, proof)) return refuse('sign_in_identification_or_user_deleted')
  const refusal = standingRefusal(owner, facts.now)
  if (refusal) return refusal
  return {
    ok: true,
    next: { ...state, userId: owner.id, createdSessionId: sessionId },
    effects: [
      { type: 'create_session', sessionId, userId: owner.id, firstFactorAt: facts.now, by: { type: 'client' } },
      { type: 'record', event: { type: 'session.created', userId: owner.id, detail: { sessionId, strategy: event.by } } },
    ],
  }
}

/** Is she the one whom the identifier and the credential name? An identifier that nobody has names no one, whoever proves what. */
function isNamed(owner: Standing, state: SignInState, proof: Proof): boolean {
  if (proof.type === 'credential' && proof.userId !== owner.id) return false
  return state.identifier === null || state.userId === owner.id
}

import type { StrategyName } from '@latchkey/protocol'
import type { SignUpState } from '../domain/attempt.ts'
import type { ProvenBy } from '../domain/identification.ts'
import type { InstanceSettings } from '../domain/settings/instance-settings.ts'
import type { Proof } from '../domain/proof.ts'
import { type Decision, refuse } from './decision.ts'
import type { Effect } from './effect.ts'
import { signUpRequirements } from './sign-up-requirements.ts'

/*
 *   missing_requirements ──given / proven, something still owed──▶ missing_requirements
 *            └──────────given / proven, nothing owed any more────▶ complete
 *   A changed address is unproven again and kills the code that was under way.
 */

/** Fields of a sign-up that a person may give; absent ones stay as they are. */
export type SignUpFields = Partial<
  Pick<SignUpState, 'emailAddress' | 'firstName' | 'lastName' | 'unsafeMetadata' | 'legalAcceptedAt' | 'locale'>
>

/** What happens to a sign-up. */
export type SignUpEvent =
  | { readonly type: 'given'; readonly fields: SignUpFields; readonly addressTaken: boolean }
  | { readonly type: 'proven'; readonly proof: Proof; readonly by: StrategyName; readonly addressTaken: boolean }

/** What the step may know besides the state; the ids are used when the sign-up completes. */
export interface SignUpFacts {
  readonly now: number
  readonly settings: InstanceSettings
  readonly blockingSessionId: string | null
  readonly fresh: { readonly userId: string; readonly identificationId: string; readonly sessionId: string }
}

/** A sign-up before anything is known. */
export const NEW_SIGN_UP: SignUpState = {
  emailAddress: null,
  emailVerifiedBy: null,
  firstName: null,
  lastName: null,
  unsafeMetadata: {},
  legalAcceptedAt: null,
  locale: null,
  createdUserId: null,
  createdSessionId: null,
}

/** The product rule of signing up. The user's rows appear only in the step that completes. */
export function stepSignUp(state: SignUpState, event: SignUpEvent, facts: SignUpFacts): Decision<SignUpState> {
  if (state.createdUserId !== null) return refuse('sign_up_cannot_be_updated')
  if (facts.settings.signUpMode !== 'public') return refuse('sign_up_mode_restricted')
  if (facts.blockingSessionId !== null) return refuse('session_exists', { meta: { session_id: facts.blockingSessionId } })
  if (event.addressTaken) return refuse('form_identifier_exists', { param: 'email_address' })
  switch (event.type) {
    case 'given':
      return given(state, event.fields, facts)
    case 'proven':
      return proven(state, event, facts)
    default:
      return event satisfies never
  }
}

function given(state: SignUpState, fields: SignUpFields, facts: SignUpFacts): Decision<SignUpState> {
  const next = { ...state, ...fields }
  if (next.emailAddress === state.emailAddress) return settle(next, [], facts)
  return settle({ ...next, emailVerifiedBy: null }, [{ type: 'void_verification' }], facts)
}

function proven(state: SignUpState, event: SignUpEvent & { type: 'proven' }, facts: SignUpFacts): Decision<SignUpState> {
  if (event.proof.type !== 'address' || event.proof.address !== state.emailAddress) return refuse('sign_up_outdated_verification')
  return settle({ ...state, emailVerifiedBy: event.by }, [], facts)
}

function settle(state: SignUpState, effects: readonly Effect[], facts: SignUpFacts): Decision<SignUpState> {
  const { missing } = signUpRequirements(state, facts.settings)
  const { emailAddress: address, emailVerifiedBy: provenBy } = state
  if (missing.length > 0 || address === null || provenBy === null) return { ok: true, next: state, effects }
  const { userId, identificationId, sessionId } = facts.fresh
  return {
    ok: true,
    next: { ...state, createdUserId: userId, createdSessionId: sessionId },
    effects: [
      ...effects,
      { type: 'create_user', userId, profile: state, primaryIdentificationId: identificationId },
      { type: 'create_identification', id: identificationId, userId, address, provenBy: provenBy as ProvenBy },
      { type: 'drop_claims', address },
      { type: 'create_session', sessionId, userId, firstFactorAt: facts.now, by: { type: 'client' } },
      { type: 'record', event: { type: 'user.created', userId } },
      { type: 'record', event: { type: 'session.created', userId, detail: { sessionId, strategy: provenBy } } },
    ],
  }
}

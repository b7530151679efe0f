import { ATTRIBUTES, byIdentifier, IDENTIFIER_NAMES, type IdentifierName, type StrategyName, type UserAttribute } from '@latchkey/protocol'
import type { ClaimedIdentifier, SignUpState } from '../domain/attempt.ts'
import type { ProvenBy } from '../domain/identification.ts'
import type { Identifier } from '../domain/identifiers/identifier.ts'
import type { Proof } from '../domain/proof.ts'
import { isProvable } from '../domain/settings/attributes.ts'
import type { InstanceSettings } from '../domain/settings/instance-settings.ts'
import type { SignUpRequirements } from '../domain/view.ts'
import { type Decision, type Effect, refuse } from './decision.ts'

/*
 *   missing_requirements ──given / proven, something still owed──▶ missing_requirements
 *            └──────────given / proven, nothing owed any more────▶ complete
 *   A changed identifier is unproven again and kills the code that was under way for it.
 */

/** Fields of a sign-up that a person may give; absent ones stay as they are. */
export type SignUpFields = Partial<
  Pick<SignUpState, 'firstName' | 'lastName' | 'unsafeMetadata' | 'legalAcceptedAt' | 'locale'> & {
    /** Those that are named; `null` takes one back. */
    readonly identifiers: { readonly [Name in IdentifierName]?: string | null }
  }
>

/** What somebody has already, of what is given or proven: an identifier, or the account elsewhere. */
export type TakenBy = IdentifierName | 'external_account'

/** What happens to a sign-up. */
export type SignUpEvent =
  | { readonly type: 'given'; readonly fields: SignUpFields; readonly taken: TakenBy | null }
  | { readonly type: 'proven'; readonly proofs: readonly Proof[]; readonly by: StrategyName; readonly taken: TakenBy | null }

/** What the step may know besides the state; the ids are used when the sign-up completes. */
export interface SignUpFacts {
  readonly now: number
  readonly settings: InstanceSettings
  readonly blockingSessionId: string | null
  readonly fresh: {
    readonly userId: string
    readonly sessionId: string
    readonly credentialId: string
    readonly identificationIds: { readonly [Name in IdentifierName]: string }
  }
}

/** A sign-up before anything is known. */
export const NEW_SIGN_UP: SignUpState = {
  identifiers: byIdentifier(() => null),
  externalAccount: null,
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
  if (event.taken !== null) return refuse('form_identifier_exists', { param: event.taken })
  switch (event.type) {
    case 'given':
      return given(state, event.fields, facts)
    case 'proven':
      return proven(state, event, facts)
    default:
      return event satisfies never
  }
}

function given(state: SignUpState, { identifiers: named = {}, ...rest }: SignUpFields, facts: SignUpFacts): Decision<SignUpState> {
  const changed = IDENTIFIER_NAMES.filter((name) => name in named && named[name] !== (state.identifiers[name]?.value ?? null))
  const identifiers = byIdentifier((name) => (changed.includes(name) ? claimed(named[name]) : state.identifiers[name]))
  const next = { ...state, ...rest, identifiers }
  return settle(
    next,
    changed.map((slot) => ({ type: 'void_verification', slot })),
    facts,
  )
}

function claimed(value: string | null | undefined): ClaimedIdentifier | null {
  return value == null ? null : { value, provenBy: null }
}

function proven(state: SignUpState, event: SignUpEvent & { type: 'proven' }, facts: SignUpFacts): Decision<SignUpState> {
  const account = event.proofs.find((proof) => proof.type === 'external_account')?.account ?? null
  const proven = event.proofs.flatMap((proof) => (proof.type === 'identifier' ? [proof.identifier] : []))
  // Who comes with an account brings its identifiers along, as far as none was given.
  const usable = proven.filter(({ type, value }) => (state.identifiers[type]?.value ?? (account === null ? null : value)) === value)
  if (usable.length === 0 && account === null) return refuse('sign_up_outdated_verification')
  const now = Object.fromEntries(usable.map(({ type, value }) => [type, { value, provenBy: event.by }]))
  const identifiers = { ...state.identifiers, ...now }
  return settle({ ...state, identifiers, externalAccount: account ?? state.externalAccount }, [], facts)
}

/** An identifier that was proven, and how. */
interface OwnIdentifier {
  readonly identifier: Identifier
  readonly provenBy: ProvenBy
}

/** What becomes the user's: what was proven, and what nothing proves. */
function ownIdentifiers({ identifiers }: SignUpState): readonly OwnIdentifier[] {
  return IDENTIFIER_NAMES.flatMap((type) => {
    const claimed = identifiers[type]
    if (claimed === null) return []
    // What is not proven here cannot be: whatever can is owed, and a sign-up that owes something completes nothing.
    return [{ identifier: { type, value: claimed.value }, provenBy: claimed.provenBy ?? 'claim' }]
  })
}

function settle(state: SignUpState, effects: readonly Effect[], facts: SignUpFacts): Decision<SignUpState> {
  const { missing, unverified } = signUpRequirements(state, facts.settings)
  const identifiers = ownIdentifiers(state)
  const account = state.externalAccount
  // Whoever has nothing to sign in with could never come back.
  const by = IDENTIFIER_NAMES.map((name) => state.identifiers[name]?.provenBy).find((one) => one != null) ?? account?.strategy
  if ([...missing, ...unverified].length > 0 || by === undefined) return { ok: true, next: state, effects }
  const { userId, identificationIds, credentialId: id, sessionId } = facts.fresh
  const own = identifiers.map(({ identifier: { type } }) => [type, identificationIds[type]] as const)
  const primaries = { ...byIdentifier(() => null), ...Object.fromEntries(own) }
  return {
    ok: true,
    next: { ...state, createdUserId: userId, createdSessionId: sessionId },
    effects: [
      ...effects,
      { type: 'create_user', userId, profile: state, primaries },
      ...identifiers.flatMap(({ identifier, provenBy }): Effect[] => [
        { type: 'create_identification', id: identificationIds[identifier.type], userId, identifier, provenBy },
        { type: 'drop_claims', identifier },
      ]),
      ...(account === null ? [] : [{ type: 'create_credential', id, userId, account } as const]),
      { type: 'create_session', sessionId, userId, firstFactorAt: facts.now, secondFactorAt: null, by: { type: 'client' } },
      { type: 'record', event: { type: 'user.created', userId } },
      { type: 'record', event: { type: 'session.created', userId, detail: { sessionId, strategy: by } } },
    ],
  }
}

/**
 * Which fields are required, optional, missing and unproven; a sign-up is complete when the last two are empty.
 * The one identifier of an instance is required whatever the setting says: it is all one can sign in with, and a sign-up without it
 * would never end.
 */
export function signUpRequirements(state: SignUpState, { attributes }: Pick<InstanceSettings, 'attributes'>): SignUpRequirements {
  const enabled = (Object.keys(ATTRIBUTES) as UserAttribute[]).filter((name) => attributes[name].enabled)
  const identifiers = enabled.filter((name) => ATTRIBUTES[name].identifies)
  const isRequired = (name: UserAttribute) => attributes[name].required || onlyOf(identifiers.filter(isProvable)) === name
  const given: { readonly [Name in UserAttribute]: string | null } = {
    ...byIdentifier((name) => state.identifiers[name]?.value ?? null),
    first_name: state.firstName,
    last_name: state.lastName,
  }
  return {
    required: enabled.filter(isRequired),
    optional: enabled.filter((name) => !isRequired(name)),
    missing: enabled.filter((name) => isRequired(name) && given[name] === null),
    unverified: IDENTIFIER_NAMES.filter((name) => isProvable(name) && state.identifiers[name]?.provenBy === null),
  }
}

/** The one of a list that has no other; `null` where there are more, or none. */
export function onlyOf<One>(list: readonly One[]): One | null {
  return list.length === 1 ? list[0]! : null
}

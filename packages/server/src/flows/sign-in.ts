import type { FactorLevel, StrategyName } from '@latchkey/protocol'
import { type ProvenFactor, secondFactorUntil, type SignInState } from '../domain/attempt.ts'
import type { Credential } from '../domain/credential.ts'
import { secondFactorsOf } from '../domain/second-factors.ts'
import { type Identifier, isSameIdentifier } from '../domain/identifiers/identifier.ts'
import type { Proof } from '../domain/proof.ts'
import type { SignInStatus } from '../domain/view.ts'
import { type Decision, refuse } from './decision.ts'
import { type Standing, standingRefusal } from './standing.ts'

/*
 *   needs_identifier ──identified──▶ needs_first_factor ──proven──▶ complete
 *          ├───────────────────proven (names its user)─────────────────▲
 *          │                                 │ proven, a second factor is enrolled
 *          └───────▶ needs_second_factor ◀───┘
 *                            └───────────proven (what is enrolled)─────▶ complete
 *   There is no other edge: whoever wants another identifier begins another sign-in. Whether there is a second factor is asked here and
 *   nowhere else, of the user whom the first one proved, whatever strategy that was.
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
      readonly proofs: readonly Proof[]
      readonly by: StrategyName
      readonly owner: EnrolledStanding | null
      /**
       * Whose the identifiers of the sign-in are by now, the one it named and the one that its first factor proved; `null` unless both are
       * the same person's. Needed where a second factor is proven; what was not read is nobody's.
       */
      readonly identifierOwnerId?: string | null
      readonly sessionId: string
    }

/** Whose a proof is: how they stand, and what they have enrolled. */
export interface EnrolledStanding extends Standing {
  readonly credentials: readonly HeldCredential[]
}

/** What the step may know besides the state. */
export interface SignInFacts {
  readonly now: number
  /** The live session that stands in the way of another, `null` when there is none or many are allowed. */
  readonly blockingSessionId: string | null
}

/** A sign-in before anything is known. */
export const NEW_SIGN_IN: SignInState = { identifier: null, userId: null, firstFactor: null, createdSessionId: null }

/** Where a sign-in stands, computed from what is known. */
export function signInStatus(state: SignInState): SignInStatus {
  if (state.createdSessionId !== null) return 'complete'
  if (state.firstFactor !== null) return 'needs_second_factor'
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
      return state.firstFactor === null ? firstProven(state, event, facts) : secondProven(state, state.firstFactor, event, facts)
    default:
      return event satisfies never
  }
}

function identified(state: SignInState, event: SignInEvent & { type: 'identified' }, facts: SignInFacts): Decision<SignInState> {
  if (signInStatus(state) !== 'needs_identifier') return refuse('client_state_invalid')
  if (event.owner === null) return refuse('form_identifier_not_found', { param: 'identifier' })
  const refusal = standingRefusal(event.owner, facts.now)
  if (refusal) return refusal
  if (event.ownerSessionId !== null) return refuse('identifier_already_signed_in', { meta: { session_id: event.ownerSessionId } })
  return { ok: true, next: { ...state, identifier: event.identifier, userId: event.owner.id }, effects: [] }
}

type CredentialProof = Proof & { readonly type: 'credential' }
type ProvenEvent = SignInEvent & { type: 'proven' }

function firstProven(state: SignInState, event: ProvenEvent, facts: SignInFacts): Decision<SignInState> {
  const { proofs, owner } = event
  const proof = proofs.find(({ assurance }) => assurance === 'first')
  // What is no first factor begins nothing. Nobody was named yet, so no message can have been asked for here.
  if (proof === undefined || (state.identifier === null && proof.type === 'identifier')) return refuse('client_state_invalid')
  if (owner === null || !isNamed(owner, state, proof)) return refuse('sign_in_identification_or_user_deleted')
  const refusal = standingRefusal(owner, facts.now)
  if (refusal) return refusal
  const other = proof.type === 'identifier' && !isSameIdentifier(proof.identifier, state.identifier) ? proof.identifier : null
  const first: ProvenFactor = {
    by: event.by,
    methods: methodsOf(proofs, 'first'),
    credentialId: credentialOf(proof, owner),
    ...(other !== null && { identifier: other }),
    at: facts.now,
  }
  const next = { ...state, userId: owner.id }
  if (secondFactorsOf(owner).length === 0) return complete(next, first, null, event.sessionId)
  // One act may prove both, as a device does that asks whose finger it is.
  if (secondProof(proofs, owner) !== null) return complete(next, first, { ...first, methods: methodsOf(proofs, 'second') }, event.sessionId)
  const halfway = { type: 'sign_in.first_factor_verified', userId: owner.id, detail: { strategy: event.by } } as const
  return { ok: true, next: { ...next, firstFactor: first }, effects: [{ type: 'record', event: halfway }] }
}

function secondProven(state: SignInState, first: ProvenFactor, event: ProvenEvent, facts: SignInFacts): Decision<SignInState> {
  const { proofs, owner } = event
  // As any sign-in that is over: begin again.
  if (secondFactorUntil(first) <= facts.now) return refuse('resource_not_found')
  if (owner === null || owner.id !== state.userId) return refuse('sign_in_identification_or_user_deleted')
  if (!isStillTheirs(first, owner, state, event.identifierOwnerId ?? null)) return refuse('sign_in_identification_or_user_deleted')
  const refusal = standingRefusal(owner, facts.now)
  if (refusal) return refusal
  const second = secondProof(proofs, owner)
  // What was used a moment ago is not a second thing.
  if (second === null || second.credentialId === first.credentialId) return refuse('verification_failed')
  return complete(state, first, { ...first, by: event.by, methods: methodsOf(proofs, 'second'), at: facts.now }, event.sessionId)
}

/** Do they still have what proved the first factor, and what they were named by? Either may have been taken away because a thief had it. */
function isStillTheirs(
  { credentialId }: ProvenFactor,
  owner: EnrolledStanding,
  state: SignInState,
  identifierOwnerId: string | null,
): boolean {
  if (credentialId !== null && !owner.credentials.some(({ id }) => id === credentialId)) return false
  return state.identifier === null || identifierOwnerId === owner.id
}

/** What was used of what the user has enrolled, an account elsewhere among it. */
export function credentialOf(proof: Proof, { credentials }: EnrolledStanding): string | null {
  if (proof.type === 'credential') return proof.credentialId
  if (proof.type === 'identifier') return null
  const { strategy, handle } = proof.account
  return credentials.find((held) => held.type === strategy && held.handle === handle)?.id ?? null
}

/** The only place where a sign-in becomes a session. */
function complete(state: SignInState, first: ProvenFactor, second: ProvenFactor | null, sessionId: string): Decision<SignInState> {
  const userId = state.userId!
  const detail = {
    sessionId,
    strategy: first.by,
    ...(second !== null && { secondStrategy: second.by, methods: [...first.methods, ...second.methods, 'mfa' as const] }),
  }
  return {
    ok: true,
    next: { ...state, createdSessionId: sessionId },
    effects: [
      { type: 'create_session', sessionId, userId, firstFactorAt: first.at, secondFactorAt: second && second.at, by: { type: 'client' } },
      { type: 'record', event: { type: 'session.created', userId, detail } },
    ],
  }
}

/** A second factor is something its user has enrolled as one: what one signs in with first is not proven twice. */
export function secondProof(proofs: readonly Proof[], owner: EnrolledStanding): CredentialProof | null {
  const enrolled = new Set<string | null>(secondFactorsOf(owner).map(({ id }) => id))
  const given = proofs.filter((proof) => proof.type === 'credential')
  return given.find(({ assurance, credentialId }) => assurance === 'second' && enrolled.has(credentialId)) ?? null
}

export function methodsOf(proofs: readonly Proof[], level: FactorLevel): ProvenFactor['methods'] {
  return proofs.filter(({ assurance }) => assurance === level).map(({ amr }) => amr)
}

/** Is she the one whom the identifier and the credential name? An identifier that nobody has names no one, whoever proves what. */
function isNamed(owner: Standing, state: SignInState, proof: Proof): boolean {
  if (proof.type === 'credential' && proof.userId !== owner.id) return false
  return state.identifier === null || state.userId === owner.id
}

/** What the flow must know of a credential. */
type HeldCredential = Pick<Credential, 'id' | 'type' | 'handle'>

import type { FactorLevel, ReverificationLevel, ReverificationStatus, StrategyName } from '@latchkey/protocol'
import { type ProvenFactor, type ReverificationState, secondFactorUntil } from '../domain/attempt.ts'
import type { Proof } from '../domain/proof.ts'
import type { Session } from '../domain/session.ts'
import { type Decision, refuse } from './decision.ts'
import { secondFactorsOf } from '../domain/second-factors.ts'
import { credentialOf, type EnrolledStanding, methodsOf, secondProof } from './sign-in.ts'
import { standingRefusal } from './standing.ts'

/*
 *   first_factor    needs_first_factor ──proven──▶ complete
 *   second_factor   needs_second_factor ──proven──▶ complete
 *   multi_factor    needs_first_factor ──proven──▶ needs_second_factor ──proven──▶ complete
 *   It makes no session: it says when the factors of one were proven last.
 */

/** What happens to a reverification. */
export interface ReverificationEvent {
  readonly type: 'proven'
  readonly proofs: readonly Proof[]
  readonly by: StrategyName
  readonly owner: EnrolledStanding | null
  readonly now: number
}

/** What a reverification asks for: whoever has no second factor is asked for their first, whatever was named. */
export function levelFor(asked: ReverificationLevel, user: Pick<EnrolledStanding, 'credentials'>): ReverificationLevel {
  return secondFactorsOf(user).length === 0 ? 'first_factor' : asked
}

/** Where a reverification stands, computed from what is known. */
export function reverificationStatus({ completedAt, level, firstFactor }: ReverificationState): ReverificationStatus {
  if (completedAt !== null) return 'complete'
  return level === 'second_factor' || firstFactor !== null ? 'needs_second_factor' : 'needs_first_factor'
}

/** The product rule of asking a signed-in user once more who they are. */
export function stepReverification(state: ReverificationState, event: ReverificationEvent): Decision<ReverificationState> {
  const { owner, now } = event
  if (owner === null || owner.id !== state.userId) return refuse('verification_failed')
  const refusal = standingRefusal(owner, now)
  if (refusal) return refusal
  switch (reverificationStatus(state)) {
    case 'complete':
      return refuse('verification_already_verified')
    case 'needs_first_factor':
      return firstProven(state, event, owner)
    case 'needs_second_factor':
      return secondProven(state, event, owner)
  }
}

function firstProven(state: ReverificationState, event: ReverificationEvent, owner: EnrolledStanding): Decision<ReverificationState> {
  const proof = event.proofs.find(({ assurance }) => assurance === 'first')
  if (proof === undefined || (proof.type === 'credential' && proof.userId !== owner.id)) return refuse('verification_failed')
  const first = factorOf(event, 'first', credentialOf(proof, owner))
  if (state.level === 'first_factor') return complete(state, first, null, event)
  // One act may prove both, as a device does that asks whose finger it is.
  const second = secondProof(event.proofs, owner)
  if (second !== null) return complete(state, first, factorOf(event, 'second', second.credentialId), event)
  return { ok: true, next: { ...state, firstFactor: first }, effects: [] }
}

function secondProven(state: ReverificationState, event: ReverificationEvent, owner: EnrolledStanding): Decision<ReverificationState> {
  const first = state.firstFactor
  if (first !== null && secondFactorUntil(first) <= event.now) return refuse('resource_not_found')
  const second = secondProof(event.proofs, owner)
  // What was used a moment ago is not a second thing.
  if (second === null || (first !== null && second.credentialId === first.credentialId)) return refuse('verification_failed')
  return complete(state, first, factorOf(event, 'second', second.credentialId), event)
}

function factorOf({ by, proofs, now }: ReverificationEvent, level: FactorLevel, credentialId: string | null): ProvenFactor {
  return { by, methods: methodsOf(proofs, level), credentialId, at: now }
}

/** The only place where a session is said to be proven anew. */
function complete(
  state: ReverificationState,
  first: ProvenFactor | null,
  second: ProvenFactor | null,
  { now }: ReverificationEvent,
): Decision<ReverificationState> {
  const { sessionId, userId, level } = state
  const strategies = [first, second].flatMap((factor) => (factor === null ? [] : [factor.by]))
  const detail = { sessionId, level, strategy: strategies[0]!, ...(strategies[1] !== undefined && { secondStrategy: strategies[1] }) }
  return {
    ok: true,
    next: { ...state, firstFactor: first, completedAt: now },
    effects: [
      { type: 'reverify_session', sessionId, firstFactorAt: first && first.at, secondFactorAt: second && second.at },
      { type: 'record', event: { type: 'session.reverified', userId, detail } },
    ],
  }
}

/** How long a factor that was proven is good for a change of how one signs in. */
export const REVERIFIED_FOR_MS = 10 * 60 * 1000

/**
 * Was it proven lately that it is the user who is at their session? Of whoever has a second factor that is asked, and of nobody else the
 * first. A session that is older than its user's second factor has not proven it.
 */
export function isReverified(
  session: Pick<Session, 'firstFactorAt' | 'secondFactorAt'>,
  user: Pick<EnrolledStanding, 'credentials'>,
  now: number,
): boolean {
  const at = secondFactorsOf(user).length === 0 ? session.firstFactorAt : session.secondFactorAt
  return at !== null && now - at < REVERIFIED_FOR_MS
}

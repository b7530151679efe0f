import type { StrategyName } from '@latchkey/protocol'
import type { Attempt, AttemptKind, AttemptStates } from '../../domain/attempt.ts'
import type { EnrolledUser } from '../../domain/credential.ts'
import type { Proof } from '../../domain/proof.ts'
import type { Session } from '../../domain/session.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import type { Decision } from '../../flows/decision.ts'
import type { InstanceScope } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'

/** What was found good in the transaction that may complete the attempt. */
export interface Proven {
  readonly proofs: readonly [Proof, ...Proof[]]
  readonly by: StrategyName
  /** Whose the proof is; `null` when it is nobody's (yet, or any more). */
  readonly owner: EnrolledUser | null
  /** The client has had a session of the owner before. */
  readonly known: boolean
}

/**
 * What the pipeline asks of one kind of attempt: how its flow is fed, and how its next state is kept. Everything else – counting,
 * judging, using up, the order of it all – is the same for every kind, in `advance.ts` and `commit-step.ts`.
 */
export interface Course<Kind extends AttemptKind, Facts = unknown> {
  /** Refuses an attempt that no proof in that slot can bring further, before anything is counted. @throws Refusal */
  refuseEarly(attempt: Attempt<Kind>, slot: SlotsOf[Kind]): void
  /** Who is guessed at, and the target that is nobody's as long as there is no such user. */
  guessedAt(attempt: Attempt<Kind>, slot: SlotsOf[Kind]): { readonly userId: string | null; readonly target: string }
  /** What the flow may know that does not change under it, read before the transaction, and the live sessions that were read for it. */
  facts(
    ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
    call: FrontendCall,
  ): Promise<{ readonly facts: Facts; readonly live: readonly Session[] | null }>
  /** Asks the flow. What it must know of the moment is read in the transaction. */
  step(
    ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
    call: FrontendCall,
    scope: InstanceScope,
    attempt: Attempt<Kind>,
    proven: Proven,
    facts: Facts,
  ): Promise<Decision<AttemptStates[Kind]>>
  /** Is a state one that nothing follows? The flow says so; nobody else. */
  isFinished(state: AttemptStates[Kind]): boolean
  /** Writes the attempt as it is after the step; false when somebody else stepped meanwhile. */
  keep(scope: InstanceScope, attempt: Attempt<Kind>): Promise<boolean>
  /** What people are told when the step finishes the attempt, in its transaction. */
  tell?(
    ports: Pick<Ports, 'clock' | 'random' | 'seal' | 'refusals'>,
    call: FrontendCall,
    scope: InstanceScope,
    attempt: Attempt<Kind>,
    proven: Proven,
  ): Promise<void>
}

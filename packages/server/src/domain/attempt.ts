import {
  type AuthenticationMethod,
  byIdentifier,
  type IdentifierName,
  type ReverificationLevel,
  type StrategyName,
  traitsOf,
} from '@latchkey/protocol'
import type { Identifier } from './identifiers/identifier.ts'
import type { Disclosed } from './disclosed.ts'
import { LIMITS } from './limits.ts'
import type { ExternalAccount } from './proof.ts'
import type { AttemptKind, SlotsOf } from './slot.ts'

export type { AttemptKind }

/** What is known so far in a sign-in. */
export interface SignInState {
  readonly identifier: Identifier | null
  readonly userId: string | null
  /** The first factor, once it is proven and a second one is asked for. */
  readonly firstFactor: ProvenFactor | null
  readonly createdSessionId: string | null
}

/** A factor of a sign-in that is proven. */
export interface ProvenFactor {
  readonly by: StrategyName
  readonly methods: readonly AuthenticationMethod[]
  /** What was used of what the user has enrolled, `null` where it was nothing of that. */
  readonly credentialId: string | null
  /** The identifier that was proven, where it is not the one that the sign-in named. */
  readonly identifier?: Identifier
  /** Epoch milliseconds. */
  readonly at: number
}

/** An identifier that somebody who signs up says is theirs. */
export interface ClaimedIdentifier {
  readonly value: string
  /** `null` until it is proven. */
  readonly provenBy: StrategyName | null
}

/** What is known so far in a sign-up. The user's row is written only when everything is there and proven. */
export interface SignUpState {
  readonly identifiers: { readonly [Name in IdentifierName]: ClaimedIdentifier | null }
  /** An account elsewhere that was proven to be theirs. */
  readonly externalAccount: ExternalAccount | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly unsafeMetadata: { readonly [key: string]: unknown }
  readonly legalAcceptedAt: number | null
  readonly locale: string | null
  readonly createdUserId: string | null
  readonly createdSessionId: string | null
}

/** An identifier being added to a user; the attempt's id becomes the identification's. */
export interface IdentificationState {
  readonly identifier: Identifier
}

/** A signed-in user is asked once more who they are, for one session of theirs. */
export interface ReverificationState {
  readonly sessionId: string
  readonly userId: string
  readonly level: ReverificationLevel
  /** The first factor, once it is proven and the second is asked for as well. */
  readonly firstFactor: ProvenFactor | null
  /** Epoch milliseconds, `null` until then. */
  readonly completedAt: number | null
}

/** State by kind. */
export interface AttemptStates {
  readonly sign_in: SignInState
  readonly sign_up: SignUpState
  readonly identification: IdentificationState
  readonly reverification: ReverificationState
}

/** Statuses of an attempt; the wire's finer ones are computed from the state. */
export type AttemptStatus = 'open' | 'complete' | 'abandoned'

/** One run through a flow by one client. Changed only by compare-and-swap on `version`. */
export interface Attempt<Kind extends AttemptKind = AttemptKind> {
  readonly id: string
  readonly kind: Kind
  /** The client that began it, and the only one that can advance it. `null` for one an operator began. */
  readonly clientId: string | null
  readonly userId: string | null
  /** Begun for an identifier nobody has; looks the same and never completes. */
  readonly decoy: boolean
  readonly state: AttemptStates[Kind]
  readonly version: number
  readonly status: AttemptStatus
  readonly abandonAt: number
  readonly createdAt: number
  readonly updatedAt: number
  /** The verifications in progress or finished, by slot; a slot in which nothing was prepared is left out. */
  readonly verifications: Verifications<Kind>
}

/** What is to be proven in an attempt, or was, each in its slot. */
export type Verifications<Kind extends AttemptKind = AttemptKind> = { readonly [Slot in SlotsOf[Kind]]?: Verification }

/** An attempt of any kind, told apart by `kind`. */
export type AnyAttempt = { readonly [Kind in AttemptKind]: Attempt<Kind> }[AttemptKind]

/** The verification in one slot of an attempt; `null` until something was prepared there. */
export function verificationIn<Kind extends AttemptKind>(
  { verifications }: { readonly verifications: Verifications<Kind> },
  slot: SlotsOf[Kind],
): Verification | null {
  return (verifications as Verifications)[slot] ?? null
}

/** The attempt with what one slot holds now. */
export function withVerification<Kind extends AttemptKind, Of extends { readonly verifications: Verifications<Kind> }>(
  attempt: Of,
  slot: SlotsOf[Kind],
  verification: Verification,
): Of {
  return { ...attempt, verifications: { ...attempt.verifications, [slot]: verification } }
}

/** Every slot of an attempt that holds something, with what it holds. */
export function verificationsIn<Kind extends AttemptKind>({
  verifications,
}: Pick<Attempt<Kind>, 'verifications'>): readonly (readonly [SlotsOf[Kind], Verification])[] {
  return Object.entries(verifications) as [SlotsOf[Kind], Verification][]
}

/** Can nothing come of it any more? A row that says so is believed, whatever the clock says by now. */
export function isOver(attempt: Pick<Attempt, 'status' | 'abandonAt' | 'state'>, now: number): boolean {
  return attempt.status === 'abandoned' || overAt(attempt) <= now
}

/** When nothing can come of it any more: what waits for its second factor is over sooner than others. */
export function overAt({ abandonAt, state }: Pick<Attempt, 'abandonAt' | 'state'>): number {
  const half = halfProven(state)
  return half === null ? abandonAt : Math.min(abandonAt, secondFactorUntil(half))
}

/** The first factor of a sign-in or reverification that waits for its second; `null` for any other attempt. */
export function halfProven(state: AttemptStates[AttemptKind]): ProvenFactor | null {
  if (!('firstFactor' in state)) return null
  const end = 'completedAt' in state ? state.completedAt : state.createdSessionId
  return end === null ? state.firstFactor : null
}

/** How long a proven first factor counts without a second. */
export function secondFactorUntil({ at }: Pick<ProvenFactor, 'at'>): number {
  return at + LIMITS.secondFactorMs
}

/**
 * How many guesses are judged at what a strategy proves in one attempt. What is counted by itself may be tried as often again, so that it
 * is there still for whoever has guessed out something else.
 */
export function mostGuesses(strategy: StrategyName): number {
  return LIMITS.guessesPerVerification * (traitsOf(strategy)?.ownGuesses === true ? 2 : 1)
}

/** Did a proof that was asked for come to nothing in time? */
export function isSpent({ consumedAt, expiresAt }: Pick<Verification, 'consumedAt' | 'expiresAt'>, now: number): boolean {
  return consumedAt === null && expiresAt <= now
}

/** A finished attempt as it was before its end: what a token sees that the end has outgrown. */
export function beforeItsEnd<Kind extends 'sign_in' | 'sign_up'>(attempt: Attempt<Kind>): Attempt<Kind> {
  if (attempt.status !== 'complete') return attempt
  const state = {
    ...attempt.state,
    createdSessionId: null,
    ...('firstFactor' in attempt.state && { firstFactor: null }),
    ...('identifiers' in attempt.state && { identifiers: unproven(attempt.state.identifiers), externalAccount: null, createdUserId: null }),
  }
  const unused = verificationsIn(attempt).map(([slot, verification]) => [
    slot,
    { ...verification, consumedAt: null, verifiedByClientId: null },
  ])
  return { ...attempt, status: 'open', state, verifications: Object.fromEntries(unused) as Verifications<Kind> }
}

function unproven(claimed: SignUpState['identifiers']): SignUpState['identifiers'] {
  return byIdentifier((name) => claimed[name] && { ...claimed[name], provenBy: null })
}

/** One proof asked for: a code, a link, a ticket. One row per slot of an attempt; a resend replaces its secret and keeps its count. */
export interface Verification {
  readonly id: string
  readonly strategy: StrategyName
  /** Where the message went; `null` where nothing is sent. */
  readonly target: Identifier | null
  /** The strategy's only memory, `null` once used. */
  readonly secret: string | null
  readonly guesses: number
  readonly sends: number
  readonly sentAt: number
  readonly expiresAt: number
  readonly consumedAt: number | null
  /** Who proved it: the client whose request finished it. */
  readonly verifiedByClientId: string | null
  /** What the browser was told of it, `null` where it was told nothing. */
  readonly disclosed: Disclosed | null
  /** Where a link sends its opener, already checked against the allowed origins. */
  readonly redirectUrl: string | null
  /** Where the request came from, told to whoever opens the mail. */
  readonly requestedFrom: { readonly ipAddress: string | null; readonly userAgent: string | null }
}

/**
 * Who an attempt's address belongs to, as far as is known, and which account would like to have it. Somebody who adds an address is
 * not its owner before they have proven it: what they do with it counts as a stranger's.
 */
export function partiesOf({ kind, userId }: Pick<Attempt, 'kind' | 'userId'>): {
  readonly owner: string | null
  readonly account: string | null
} {
  return kind === 'identification' ? { owner: null, account: userId } : { owner: userId, account: null }
}

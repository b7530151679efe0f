import type { StrategyName } from '@latchkey/protocol'
import { type Attempt, type AttemptKind, mostGuesses, partiesOf, type Verification, verificationIn } from '../../domain/attempt.ts'
import { type GuessBucket, guessBuckets, guessTarget, networkPrefix } from '../../domain/network.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import {
  burnExpiredVerification,
  countDown,
  countGuess as countJudged,
  countUpAll,
  findAttempt,
  type InstanceScope,
} from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import { triedBy } from '../audit/tried.ts'
import type { FrontendCall } from '../call.ts'
import { knowsUser } from '../client/authenticate-client.ts'
import type { Ports } from '../ports.ts'
import { together } from '../together.ts'
import { notJudged } from './require-judgeable.ts'

/** A guess that is counted, and so may be judged. */
export interface Guess {
  readonly verification: Verification
  /** Where it was counted. */
  readonly counted: readonly CountedGuess[]
  /** The limits it has filled. */
  readonly filled: readonly FilledLimit[]
}

/** The counter that a guess was put on, and the end of its window then. */
interface CountedGuess {
  readonly bucket: GuessBucket
  readonly count: number
  readonly resetAt: number
}

/** A counted guess, or why it is not judged. A refusal is a value: the transaction must commit whatever was counted. */
export type Counted = { readonly ok: true; readonly guess: Guess } | { readonly ok: false; readonly refusal: Refusal }

/** What is guessed at: the proof in a slot of an attempt, and whose. */
export interface GuessedAt<Kind extends AttemptKind = AttemptKind> {
  readonly attempt: Attempt<Kind>
  readonly slot: SlotsOf[Kind]
  readonly userId: string | null
  readonly target: string
}

/** What bounds the guesses at something. */
export interface GuessLimits {
  /** The client of the guess has had a session of the person before. */
  readonly known: boolean
  readonly buckets: readonly GuessBucket[]
}

/** The limits of guessing: those of the person, or of a device of theirs, and, on production, of the network. */
export async function guessLimits<Kind extends AttemptKind>(
  ports: Pick<Ports, 'clock'>,
  call: FrontendCall,
  of: GuessedAt<Kind>,
  strategy: StrategyName,
): Promise<GuessLimits> {
  const { client, caller, instance } = call
  const { owner, account } = partiesOf({ kind: of.attempt.kind, userId: of.userId })
  const known = await knowsUser(ports, call, owner)
  const buckets = guessBuckets({
    target: guessTarget(owner ?? of.target, strategy),
    knownClientId: known ? client!.id : null,
    account,
    network: instance.type === 'production' && caller.ipAddress !== null ? networkPrefix(caller.ipAddress) : null,
  })
  return { known, buckets }
}

/**
 * Counts a guess that is wrong, or is going to be judged while no transaction is open: against the attempt and against every limit.
 * @throws Refusal `user_locked`; then nothing is counted
 */
export async function countGuess<Kind extends AttemptKind>(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  of: GuessedAt<Kind>,
  { buckets }: GuessLimits,
  strategy: StrategyName,
): Promise<Counted> {
  const now = ports.clock.now()
  const counted = await countOn(ports, scope, buckets, 1)
  const verification = await countJudged(scope, { attemptId: of.attempt.id, slot: of.slot, now, max: mostGuesses(strategy) })
  if (verification !== null) return { ok: true, guess: { verification, counted, filled: filledOf(counted) } }
  // Nothing is compared, so a second click or a replay costs the person nothing.
  await giveBack(ports, scope, { counted })
  await burnExpiredVerification(scope, { attemptId: of.attempt.id, slot: of.slot, now })
  const fresh = await findAttempt(scope, of.attempt.id, of.attempt.kind)
  return { ok: false, refusal: notJudged(verificationIn(fresh ?? of.attempt, of.slot), now) }
}

/**
 * A right guess is on no counter of wrong ones, but it must have found room on each: otherwise guessing on would pay. Until its
 * transaction ends nobody else counts there.
 * @throws Refusal `user_locked`
 */
export async function requireRoom(ports: Pick<Ports, 'clock'>, scope: InstanceScope, { buckets }: GuessLimits): Promise<void> {
  await countOn(ports, scope, buckets, 0)
}

/** Takes a guess that was counted before it was judged, and was right, off the counters of wrong ones. */
export async function giveBack({ clock }: Pick<Ports, 'clock'>, scope: InstanceScope, { counted }: Pick<Guess, 'counted'>): Promise<void> {
  await together(...counted.map(({ bucket: { key }, resetAt }) => countDown(scope, { key, now: clock.now(), resetAt })))
}

async function countOn(
  { clock }: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  buckets: readonly GuessBucket[],
  by: 0 | 1,
): Promise<readonly CountedGuess[]> {
  const now = clock.now()
  const counted = await countUpAll(scope, buckets, { now, by })
  const full = counted.find(({ ok }) => !ok)
  if (full !== undefined) throw new Refusal('user_locked', { retryAfter: Math.ceil((full.resetAt - now) / 1000) })
  return buckets.map((bucket, index) => ({ bucket, count: counted[index]!.count, resetAt: counted[index]!.resetAt }))
}

function filledOf(counted: readonly CountedGuess[]): readonly FilledLimit[] {
  return counted.flatMap(({ bucket, count, resetAt }) => (count === bucket.max ? [{ scope: bucket.of, until: resetAt }] : []))
}

/** A limit of wrong guesses that this one has filled. */
interface FilledLimit {
  readonly scope: 'user' | 'device' | 'account' | 'network'
  readonly until: number
}

/**
 * A guess was judged and found wrong: one row, and one more for every limit that it filled. Only judged guesses come here, so the limits
 * of guessing bound the rows as well: five per code or link, ten an hour per person.
 */
export async function recordWrongGuess(
  ports: Pick<Ports, 'clock' | 'random'>,
  call: FrontendCall,
  scope: InstanceScope,
  of: {
    readonly attempt: Attempt
    readonly strategy: StrategyName
    readonly userId: string | null
    readonly verification: Verification
    readonly code: string
    readonly filled: readonly FilledLimit[]
  },
): Promise<void> {
  const { attempt, strategy, userId, verification, code, filled } = of
  const detail = { attemptId: attempt.id, strategy, code, guesses: verification.guesses }
  const locked = filled.map((limit) => ({ type: 'guesses.locked', userId, detail: limit }) as const)
  // Whoever guesses is not who they say they are; at an address of one's own one is signed in.
  const source = visitorOf(call, attempt.kind === 'identification' ? userId : null)
  await record(ports, scope, source, { type: `${triedBy(attempt)}.failed`, userId, detail }, ...locked)
}

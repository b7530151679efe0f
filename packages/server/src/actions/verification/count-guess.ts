import type { StrategyName } from '@latchkey/protocol'
import { type Attempt, type AttemptKind, partiesOf, type Verification, verificationIn } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import { guessBuckets, networkPrefix } from '../../domain/network.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import {
  burnExpiredVerification,
  clientKnowsUser,
  countDown,
  countGuess as countJudged,
  countUp,
  findAttempt,
  type InstanceScope,
} from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import { triedBy } from '../audit/tried.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { notJudged } from './require-judgeable.ts'

/** A guess that is counted, and so may be judged. */
export interface Guess {
  readonly verification: Verification
  /** Its client has had a session of the person before. */
  readonly known: boolean
  /** The counters it is on, which a right one is taken off again. */
  readonly counted: readonly string[]
  /** The limits it has filled. */
  readonly filled: readonly FilledLimit[]
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

/** Counts a guess against the attempt, the person and, on production, the network, before anybody looks at it. */
export async function countGuess<Kind extends AttemptKind>(
  ports: Pick<Ports, 'clock'>,
  call: FrontendCall,
  scope: InstanceScope,
  of: GuessedAt<Kind>,
): Promise<Counted> {
  const now = ports.clock.now()
  const { client, caller, instance } = call
  const { owner, account } = partiesOf({ kind: of.attempt.kind, userId: of.userId })
  const since = now - LIMITS.knownDeviceMs
  const known = owner !== null && client !== null && (await clientKnowsUser(scope, { clientId: client.id, userId: owner, since }))
  const buckets = guessBuckets({
    target: owner ?? of.target,
    knownClientId: known ? client.id : null,
    account,
    network: instance.type === 'production' && caller.ipAddress !== null ? networkPrefix(caller.ipAddress) : null,
  })
  const counted: string[] = []
  const filled: FilledLimit[] = []
  for (const bucket of buckets) {
    const { ok, count, resetAt } = await countUp(scope, { ...bucket, now })
    if (ok) counted.push(bucket.key)
    if (ok && count === bucket.max) filled.push({ scope: bucket.of, until: resetAt })
    if (!ok) {
      await giveBack(ports, scope, { counted })
      return { ok: false, refusal: new Refusal('user_locked', { retryAfter: Math.ceil((resetAt - now) / 1000) }) }
    }
  }
  const verification = await countJudged(scope, { attemptId: of.attempt.id, slot: of.slot, now, max: LIMITS.guessesPerVerification })
  if (verification === null) {
    // Nothing was compared, so a second click or a replay costs the person nothing.
    await giveBack(ports, scope, { counted })
    await burnExpiredVerification(scope, { attemptId: of.attempt.id, slot: of.slot, now })
    const fresh = await findAttempt(scope, of.attempt.id, of.attempt.kind)
    return { ok: false, refusal: notJudged(verificationIn(fresh ?? of.attempt, of.slot), now) }
  }
  return { ok: true, guess: { verification, known, counted, filled } }
}

/** Takes a guess off the counters of wrong ones. */
export async function giveBack({ clock }: Pick<Ports, 'clock'>, scope: InstanceScope, { counted }: Pick<Guess, 'counted'>): Promise<void> {
  for (const key of counted) await countDown(scope, { key, now: clock.now() })
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

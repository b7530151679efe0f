import type { StrategyName } from '@latchkey/protocol'
import { type Attempt, type AttemptKind, mostGuesses, type Verification, verificationIn, withVerification } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import type { Credential } from '../../domain/credential.ts'
import { consumeVerification, type Db, findAttempt, useCredential } from '../../storage/index.ts'
import { notingRefusals } from '../audit/noting-refusals.ts'
import { triedBy } from '../audit/tried.ts'
import type { Verdict } from '../../strategies/strategy.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { requireCurrent } from '../client/require-current.ts'
import type { Ports } from '../ports.ts'
import { ownerOfProof } from '../owner-of-proof.ts'
import { enrolledFor, usedCredentials } from '../credentials/enrolled-for.ts'
import { together } from '../together.ts'
import { inTurn } from '../verification/guess-gate.ts'
import {
  countGuess,
  giveBack,
  type Guess,
  type GuessedAt,
  type GuessLimits,
  guessLimits,
  recordWrongGuess,
  requireRoom,
} from '../verification/count-guess.ts'
import { isJudgedApart, judge } from '../verification/judge.ts'
import { requireJudgeable, usedUp } from '../verification/require-judgeable.ts'
import { commitStep } from './commit-step.ts'
import type { Proven } from './course.ts'
import { COURSES } from './courses.ts'

/** What a request brings to prove something: the slot it is for, the strategy it names, and what that strategy read from it. */
export interface GivenProof<Kind extends AttemptKind = AttemptKind> {
  readonly slot: SlotsOf[Kind]
  readonly strategy: StrategyName
  readonly proof: unknown
}

/**
 * Brings an attempt further by a proof: refuse early → judge, and count → step → commit → answer, the same for every kind of attempt.
 * No verdict leaves before its guess is counted: a wrong one commits its count and nothing else; a right one is counted by the statement
 * that uses it up, in the transaction that writes what it leads to.
 * @throws Refusal `form_code_incorrect`, `verification_failed`, `verification_already_verified`, and what the flow refuses with
 */
export function advance<Kind extends AttemptKind>(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<Kind>,
  given: GivenProof<Kind>,
): Promise<ClientOutcome> {
  const course = COURSES[attempt.kind]
  const of = { tried: triedBy(attempt), userId: course.guessedAt(attempt, given.slot).userId }
  return notingRefusals(ports, call, of, () =>
    inTurn(ports.guesses, call.scope, attempt, async (current) => {
      const made = await advanceNow(ports, call, current, given)
      if (made !== OVERTAKEN) return made
      // What it was judged by is used, over or replaced by another process: judged once more, it is refused for what it is now.
      const fresh = await findAttempt(call.scope, attempt.id, attempt.kind)
      const again = fresh === null ? OVERTAKEN : await advanceNow(ports, call, fresh, given)
      if (again === OVERTAKEN) throw new Refusal('verification_already_verified')
      return again
    }),
  )
}

const OVERTAKEN: unique symbol = Symbol('overtaken')

/** What a transaction of a guess comes to, where it is to be committed. */
type Outcome = ClientOutcome | Refusal

class Overtaken extends Error {}

async function advanceNow<Kind extends AttemptKind>(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<Kind>,
  given: GivenProof<Kind>,
): Promise<ClientOutcome | typeof OVERTAKEN> {
  const { slot, strategy } = given
  const course = COURSES[attempt.kind]
  course.refuseEarly(attempt, slot)
  await requireJudgeable(ports, call.scope, attempt, given)
  requireCurrent(call)
  const knownAt = ports.clock.now()
  const { facts, live } = await course.facts(ports, call)
  const of: GuessedAt<Kind> = { attempt, slot, ...course.guessedAt(attempt, slot) }
  const [enrolled, limits] = await together(enrolledFor(ports, call.scope, strategy, of.userId), guessLimits(ports, call, of, strategy))
  const { guess, verification, verdict } = isJudgedApart(ports, strategy)
    ? await judgeApart(ports, call, of, limits, given, enrolled)
    : await judgeHere(ports, call, of, given, enrolled)

  const work = async (db: Db): Promise<Outcome> => {
    const scope = { db, instanceId: call.instance.id }
    if (!verdict.ok) {
      const counted = guess === null ? await countGuess(ports, scope, of, limits, strategy) : { ok: true as const, guess }
      if (!counted.ok) return counted.refusal
      await recordWrongGuess(ports, call, scope, { ...of, strategy, ...counted.guess, code: verdict.code })
      return new Refusal(verdict.code, { param: verdict.param })
    }
    const [, owner] = await together(
      guess === null ? requireRoom(ports, scope, limits) : giveBack(ports, scope, guess),
      ownerOfProof(scope, verdict.proofs[0]),
    )
    const proven: Proven = { proofs: verdict.proofs, by: strategy, owner, known: limits.known }
    const decision = await course.step(ports, call, scope, attempt, proven, facts)
    if (!decision.ok) return new Refusal(decision.code, decision.detail)
    const use = { now: ports.clock.now(), clientId: call.client!.id, guesses: guess === null ? 1 : 0 } as const
    const { id, sends } = verification
    const used = usedCredentials(ports, call, enrolled, verdict)
    const verified = withVerification<Kind, Attempt<Kind>>(attempt, slot, usedUp(verification, use))
    if (course.isFinished(decision.next)) await course.tell?.(ports, call, scope, verified, proven)
    // Nothing is awaited between the first of these and the last: one that failed meanwhile would be nobody's, and end the process.
    const [, , outcome] = await together(
      consumeVerification(scope, { slot, id, sends, ...use, max: mostGuesses(strategy) }).then((isWon) => {
        if (!isWon) throw guess === null ? new Overtaken() : new Refusal('verification_already_verified')
      }),
      together(...used.map((credential) => useCredential(scope, { ...credential, now: use.now }))).then((all) => {
        if (!all.every(Boolean)) throw new Refusal('verification_already_verified')
      }),
      commitStep(ports, call, scope, verified, decision, { live: live && { sessions: live, knownAt } }),
    )
    return outcome
  }

  const made = await ports.storage.transaction(work).catch((error: unknown): typeof OVERTAKEN => {
    if (error instanceof Overtaken) return OVERTAKEN
    throw error
  })
  if (made instanceof Refusal) throw made
  return made
}

/** A verdict, what it was made by, and the guess if that is counted already. */
interface Judged {
  readonly guess: Guess | null
  readonly verification: Verification
  readonly verdict: Verdict
}

/** A verdict that takes no time: it is made by what was read with the attempt, and counted in the transaction it leads to. */
async function judgeHere<Kind extends AttemptKind>(
  ports: Ports,
  call: FrontendCall,
  { attempt, slot }: GuessedAt<Kind>,
  given: GivenProof<Kind>,
  enrolled: readonly Credential[],
): Promise<Judged> {
  const verification = verificationIn(attempt, slot)!
  return { guess: null, verification, verdict: await judge(ports, call, verification, given, enrolled) }
}

/**
 * A verdict that takes its time: its guess is counted and committed first, and no transaction is open while it is awaited.
 * @throws Refusal when it may not be judged
 */
async function judgeApart<Kind extends AttemptKind>(
  ports: Ports,
  call: FrontendCall,
  of: GuessedAt<Kind>,
  limits: GuessLimits,
  given: GivenProof<Kind>,
  enrolled: readonly Credential[],
): Promise<Judged> {
  const counted = await ports.storage.transaction((db) =>
    countGuess(ports, { db, instanceId: call.instance.id }, of, limits, given.strategy),
  )
  if (!counted.ok) throw counted.refusal
  const { guess } = counted
  return { guess, verification: guess.verification, verdict: await judge(ports, call, guess.verification, given, enrolled) }
}

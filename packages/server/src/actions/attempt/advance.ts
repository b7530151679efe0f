import type { StrategyName } from '@latchkey/protocol'
import { type Attempt, type AttemptKind, withVerification } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import type { Credential } from '../../domain/credential.ts'
import { consumeVerification, useCredential } from '../../storage/index.ts'
import { notingRefusals } from '../audit/noting-refusals.ts'
import { triedBy } from '../audit/tried.ts'
import type { Verdict } from '../../strategies/strategy.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { requireCurrent } from '../client/require-current.ts'
import type { Ports } from '../ports.ts'
import { ownerOfProof } from '../standing-of.ts'
import { enrolledFor, usedCredentials } from '../credentials/enrolled-for.ts'
import { inTurn } from '../verification/guess-gate.ts'
import { type Counted, countGuess, giveBack, type GuessedAt, recordWrongGuess } from '../verification/count-guess.ts'
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
 * Brings an attempt further by a proof: refuse early → count → judge → step → commit → answer, the same for every kind of attempt.
 * A wrong guess commits its count and nothing else; a right one is used up in the transaction that writes what it leads to.
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
    inTurn(ports.guesses, call.scope, attempt, (current) => advanceNow(ports, call, current, given)),
  )
}

async function advanceNow<Kind extends AttemptKind>(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<Kind>,
  given: GivenProof<Kind>,
): Promise<ClientOutcome> {
  const { slot, strategy } = given
  const course = COURSES[attempt.kind]
  course.refuseEarly(attempt, slot)
  await requireJudgeable(ports, call.scope, attempt, given)
  requireCurrent(call)
  const facts = await course.facts(ports, call)
  const of: GuessedAt<Kind> = { attempt, slot, ...course.guessedAt(attempt, slot) }
  const enrolled = await enrolledFor(ports, call.scope, strategy, of.userId)
  const apart = isJudgedApart(ports, strategy) ? await judgeApart(ports, call, of, given, enrolled) : null
  const made = await ports.storage.transaction(async (db): Promise<ClientOutcome | Refusal> => {
    const scope = { db, instanceId: call.instance.id }
    const counted = apart?.counted ?? (await countGuess(ports, call, scope, of))
    if (!counted.ok) return counted.refusal
    const { guess } = counted
    const verdict = apart?.verdict ?? (await judge(ports, call, guess, given, enrolled))
    if (!verdict.ok) {
      await recordWrongGuess(ports, call, scope, { ...of, strategy, ...guess, code: verdict.code })
      return new Refusal(verdict.code, { param: verdict.param })
    }
    await giveBack(ports, scope, guess)
    const owner = await ownerOfProof(scope, verdict.proofs[0])
    const proven: Proven = { proofs: verdict.proofs, by: strategy, owner, known: guess.known }
    const decision = await course.step(ports, call, scope, attempt, proven, facts)
    if (!decision.ok) return new Refusal(decision.code, decision.detail)
    const use = { now: ports.clock.now(), clientId: call.client!.id }
    const won = await consumeVerification(scope, { slot, id: guess.verification.id, sends: guess.verification.sends, ...use })
    if (!won) throw new Refusal('verification_already_verified')
    for (const { id, seen, data } of usedCredentials(ports, call, enrolled, verdict)) {
      if (!(await useCredential(scope, { id, seen, data, now: use.now }))) throw new Refusal('verification_already_verified')
    }
    const verified = withVerification<Kind, Attempt<Kind>>(attempt, slot, usedUp(guess.verification, use))
    if (course.isFinished(decision.next)) await course.tell?.(ports, call, scope, verified, proven)
    return commitStep(ports, call, scope, verified, decision)
  })
  if (made instanceof Refusal) throw made
  return made
}

/** A verdict that takes its time: its guess is counted and committed first, and no transaction is open while it is awaited. */
async function judgeApart<Kind extends AttemptKind>(
  ports: Ports,
  call: FrontendCall,
  of: GuessedAt<Kind>,
  given: GivenProof<Kind>,
  enrolled: readonly Credential[],
): Promise<{ readonly counted: Counted; readonly verdict: Verdict | null }> {
  const counted = await ports.storage.transaction((db) => countGuess(ports, call, { db, instanceId: call.instance.id }, of))
  return { counted, verdict: counted.ok ? await judge(ports, call, counted.guess, given, enrolled) : null }
}

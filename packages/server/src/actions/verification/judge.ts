import { STRATEGIES, type StrategyName } from '@latchkey/protocol'
import { type Attempt, type AttemptKind, partiesOf, type Verification } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import { guessBuckets, networkPrefix } from '../../domain/network.ts'
import type { Proof } from '../../domain/proof.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  burnExpiredVerification,
  clientKnowsUser,
  countDown,
  countGuess,
  countUp,
  findAttempt,
  type InstanceScope,
} from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { type FilledLimit, recordWrongGuess } from './record-wrong-guess.ts'
import { subjectOf } from './subject-of.ts'

/** A proof found good, with the verification it belongs to, its guess counted, and whether its client has had a session of the person before; or why not. A refusal is a value here, so that its count is committed. */
export type Judgement =
  | { readonly ok: true; readonly proof: Proof; readonly verification: Verification; readonly known: boolean }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Counts a guess and then, and only then, compares: against the attempt, the person and, on production, the network.
 * Runs in the caller's transaction, which must commit whatever the outcome.
 */
export async function judge(
  ports: Pick<Ports, 'clock' | 'random' | 'strategies'>,
  call: FrontendCall,
  scope: InstanceScope,
  of: {
    readonly attempt: Attempt
    readonly strategy: StrategyName
    readonly proof: string
    readonly userId: string | null
    readonly target: string
  },
): Promise<Judgement> {
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
  const giveBack = async () => {
    for (const key of counted) await countDown(scope, { key, now })
  }
  for (const bucket of buckets) {
    const { ok, count, resetAt } = await countUp(scope, { ...bucket, now })
    if (ok) counted.push(bucket.key)
    if (ok && count === bucket.max) filled.push({ scope: bucket.of, until: resetAt })
    if (!ok) {
      await giveBack()
      return { ok: false, refusal: new Refusal('user_locked', { retryAfter: Math.ceil((resetAt - now) / 1000) }) }
    }
  }
  const verification = await countGuess(scope, { attemptId: of.attempt.id, now, max: LIMITS.guessesPerVerification })
  if (verification === null) {
    // Nothing was compared, so a second click or a replay costs the person nothing.
    await giveBack()
    await burnExpiredVerification(scope, { attemptId: of.attempt.id, now })
    const fresh = await findAttempt(scope, of.attempt.id, of.attempt.kind)
    return { ok: false, refusal: notJudged(fresh ?? of.attempt, now) }
  }
  const subject = subjectOf(instance, { verificationId: verification.id, target: verification.target })
  const verdict = ports.strategies[of.strategy].attempt(subject, verification.secret, of.proof)
  if (!verdict.ok) {
    const { attempt, strategy, userId } = of
    await recordWrongGuess(ports, call, scope, { attempt, strategy, userId, verification, code: verdict.code, filled })
    return { ok: false, refusal: new Refusal(verdict.code, { param: verdict.param }) }
  }
  await giveBack()
  return { ok: true, proof: verdict.proof, verification, known }
}

/** Refuses early what needs no count: nothing prepared, used, dead, or prepared for another way of proving. What is seen dead is so for good. */
export async function requireJudgeable(
  ports: Pick<Ports, 'clock' | 'storage'>,
  scope: InstanceScope,
  attempt: Attempt<AttemptKind>,
  strategy: StrategyName,
): Promise<void> {
  const now = ports.clock.now()
  const verification = attempt.verification
  if (verification === null) throw new Refusal('verification_missing', { param: 'strategy' })
  const refusal = verification.consumedAt !== null || verification.expiresAt <= now ? notJudged(attempt, now) : null
  if (refusal?.code === 'verification_expired') {
    await ports.storage.transaction((db) => burnExpiredVerification({ db, instanceId: scope.instanceId }, { attemptId: attempt.id, now }))
  }
  if (refusal) throw refusal
  // What the database would refuse as well, without a transaction to hear so.
  if (verification.guesses >= LIMITS.guessesPerVerification) throw new Refusal('verification_failed')
  const [asked, prepared] = [STRATEGIES[strategy], STRATEGIES[verification.strategy]]
  if (!asked.delivers || asked.identifier !== prepared.identifier) throw new Refusal('verification_strategy_invalid', { param: 'strategy' })
}

function notJudged(attempt: Attempt<AttemptKind>, now: number): Refusal {
  const verification = attempt.verification
  if (verification === null) return new Refusal('verification_missing')
  if (verification.consumedAt !== null) return new Refusal('verification_already_verified')
  if (verification.expiresAt <= now) return new Refusal('verification_expired')
  return new Refusal('verification_failed')
}

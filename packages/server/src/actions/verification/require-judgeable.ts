import type { StrategyName } from '@latchkey/protocol'
import { type Attempt, type AttemptKind, mostGuesses, type Verification, verificationIn } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import { burnExpiredVerification, type InstanceScope } from '../../storage/index.ts'
import { strategyNamed } from '../../strategies/registry.ts'
import type { Strategy } from '../../strategies/strategy.ts'
import type { Ports } from '../ports.ts'

/**
 * Refuses early what needs no count: nothing prepared, used, dead, or prepared for another way of proving. What is seen dead is so
 * for good.
 */
export async function requireJudgeable<Kind extends AttemptKind>(
  ports: Pick<Ports, 'clock' | 'storage' | 'strategies'>,
  scope: InstanceScope,
  attempt: Attempt<Kind>,
  { slot, strategy }: { readonly slot: SlotsOf[Kind]; readonly strategy: StrategyName },
): Promise<void> {
  const now = ports.clock.now()
  const verification = verificationIn(attempt, slot)
  if (verification === null) throw new Refusal('verification_missing', { param: 'strategy' })
  const refusal = verification.consumedAt !== null || verification.expiresAt <= now ? notJudged(verification, now) : null
  if (refusal?.code === 'verification_expired') {
    const what = { attemptId: attempt.id, slot, now }
    await ports.storage.transaction((db) => burnExpiredVerification({ db, instanceId: scope.instanceId }, what))
  }
  if (refusal) throw refusal
  // What the database would refuse as well, without a transaction to hear so.
  if (verification.guesses >= mostGuesses(strategy)) throw new Refusal('verification_failed')
  requireSameWay(ports, verification, strategy)
}

/**
 * What was prepared is proven by this strategy too. What this process does not know was prepared by a newer one beside it.
 * @throws Refusal `verification_strategy_invalid`
 */
export function requireSameWay(
  { strategies }: Pick<Ports, 'strategies'>,
  verification: Pick<Verification, 'strategy'>,
  asked: StrategyName,
): void {
  const prepared = strategyNamed(strategies, verification.strategy)
  if (prepared === null || (asked !== prepared && !provesTheSame(strategies[asked], strategies[prepared])))
    throw new Refusal('verification_strategy_invalid', { param: 'strategy' })
}

/** Two ways of proving one identifier, such as the code and the link of one message. */
function provesTheSame(asked: Strategy, prepared: Strategy): boolean {
  const { identifier } = asked.traits
  return asked.prepare !== undefined && identifier !== null && identifier === prepared.traits.identifier
}

/** Why a verification has nothing to compare with. */
export function notJudged(verification: Verification | null, now: number): Refusal {
  if (verification === null) return new Refusal('verification_missing')
  if (verification.consumedAt !== null) return new Refusal('verification_already_verified')
  if (verification.expiresAt <= now) return new Refusal('verification_expired')
  return new Refusal('verification_failed')
}

/** A verification as `consumeVerification` leaves it. */
export function usedUp(
  verification: Verification,
  use: { readonly now: number; readonly clientId: string | null; readonly guesses: 0 | 1 },
): Verification {
  const guesses = verification.guesses + use.guesses
  return { ...verification, secret: null, guesses, consumedAt: use.now, verifiedByClientId: use.clientId }
}

import type { StrategyName } from '@latchkey/protocol'
import { type Attempt, type AttemptKind, type Verification, verificationIn } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import { findAttempt, putVerification } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'

/**
 * Begins the verification of a strategy that issues nothing, such as codes of an app, so that its guesses are counted like any other's.
 * `null` when there is nothing to begin: it is under way, or somebody has to prepare it.
 * @throws Refusal `verification_already_verified` when it was proven meanwhile
 */
export async function beginVerification<Kind extends AttemptKind>(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'strategies'>,
  { instance, caller, scope: reading }: FrontendCall,
  of: { readonly attempt: Attempt<Kind>; readonly slot: SlotsOf[Kind]; readonly strategy: StrategyName },
): Promise<Verification | null> {
  const now = ports.clock.now()
  const known = verificationIn(of.attempt, of.slot)
  const isUnderWay = known !== null && known.strategy === of.strategy && known.expiresAt > now
  if (ports.strategies[of.strategy].prepare !== undefined || isUnderWay) return null
  const verification: Verification = {
    id: known?.id ?? newId(ports, 'verification'),
    strategy: of.strategy,
    target: null,
    secret: null,
    guesses: known?.guesses ?? 0,
    sends: (known?.sends ?? 0) + 1,
    sentAt: now,
    expiresAt: now + LIMITS.oneTimeLifetimeMs,
    consumedAt: null,
    verifiedByClientId: null,
    disclosed: null,
    redirectUrl: null,
    requestedFrom: { ipAddress: caller.ipAddress, userAgent: caller.userAgent },
  }
  const scope = { instanceId: instance.id }
  const put = await ports.storage.transaction((db) => putVerification({ ...scope, db }, of.attempt.id, of.slot, verification, known))
  if (put) return verification
  // Another guess has begun it: they are judged, and counted, by the same one.
  const begun = await findAttempt(reading, of.attempt.id, of.attempt.kind)
  const meanwhile = begun && verificationIn(begun, of.slot)
  if (meanwhile === null || meanwhile.consumedAt !== null) throw new Refusal('verification_already_verified')
  return meanwhile
}

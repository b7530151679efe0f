import type { StrategyName } from '@latchkey/protocol'
import { isTestAddress } from '../../domain/email-address.ts'
import type { Instance } from '../../domain/instance.ts'
import type { OfferedIdentification } from '../../domain/offer.ts'
import type { Subject } from '../../strategies/strategy.ts'

/** The plain facts a strategy works on. Test addresses count on development instances only. */
export function subjectOf(
  instance: Pick<Instance, 'type' | 'settings'>,
  facts: {
    readonly verificationId: string
    readonly target: string | null
    readonly identifications?: readonly OfferedIdentification[]
    readonly enabled?: readonly StrategyName[]
    readonly located?: Subject['located']
  },
): Subject {
  const testable = instance.type === 'development' && instance.settings.testMode
  return {
    verificationId: facts.verificationId,
    target: facts.target,
    identifications: facts.identifications ?? [],
    enabled: facts.enabled ?? [],
    test: testable && facts.target !== null && isTestAddress(facts.target),
    located: facts.located ?? null,
  }
}

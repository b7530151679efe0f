import type { StrategyName } from '@latchkey/protocol'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import { isTestIdentifier } from '../../domain/identifiers/rules.ts'
import type { Instance } from '../../domain/instance.ts'
import type { OfferedIdentification } from '../../domain/offer.ts'
import type { Subject } from '../../strategies/strategy.ts'

/** The plain facts a strategy works on. Test addresses count on development instances only. */
export function subjectOf(
  instance: Pick<Instance, 'type' | 'settings'>,
  facts: {
    readonly verificationId: string
    readonly target: Identifier | null
    readonly credentials?: Subject['credentials']
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
    credentials: facts.credentials ?? [],
    enabled: facts.enabled ?? [],
    test: testable && facts.target !== null && isTestIdentifier(facts.target),
    located: facts.located ?? null,
  }
}

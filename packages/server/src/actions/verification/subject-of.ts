import type { StrategyName } from '@latchkey/protocol'
import { type Identifier, isSameIdentifier } from '../../domain/identifiers/identifier.ts'
import { isTestIdentifier } from '../../domain/identifiers/rules.ts'
import type { Instance } from '../../domain/instance.ts'
import type { OfferedIdentification } from '../../domain/offer.ts'
import type { UserView } from '../../domain/user.ts'
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

/** The proven identifiers of a user: of each kind the one they named first, or else the primary one, stands out. */
export function offeredIdentifications({ user, identifications }: UserView, named: Identifier | null): readonly OfferedIdentification[] {
  const given = identifications.find((identification) => isSameIdentifier(identification, named))
  return identifications.map(({ id, type, value }) => ({
    id,
    type,
    value,
    primary: id === (given?.type === type ? given.id : user.primaries[type]),
  }))
}

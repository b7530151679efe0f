import type { StrategyName, StrategyTraits } from '@latchkey/protocol'
import type { Verification } from '../../domain/attempt.ts'
import type { Credential } from '../../domain/credential.ts'
import type { InstanceScope } from '../../storage/index.ts'
import type { Verdict } from '../../strategies/strategy.ts'
import type { FrontendCall } from '../call.ts'
import { openedCredentials } from '../credentials/credential-data.ts'
import type { Ports } from '../ports.ts'
import { requireSameWay } from './require-judgeable.ts'
import { subjectOf } from './subject-of.ts'

/**
 * Has a strategy compare what was given with what it issued. No verdict leaves before its guess is counted.
 * @throws Refusal `verification_strategy_invalid` when something else was issued since that was asked
 */
export async function judge(
  ports: Pick<Ports, 'strategies' | 'seal'>,
  { instance }: FrontendCall,
  verification: Verification,
  given: { readonly strategy: StrategyName; readonly proof: unknown },
  enrolled: readonly Credential[],
): Promise<Verdict> {
  requireSameWay(ports, verification, given.strategy)
  const issuer = ports.strategies[verification.strategy]
  const secret = openedSecret(ports, { instanceId: instance.id }, issuer.traits, verification)
  const subject = subjectOf(instance, {
    verificationId: verification.id,
    target: verification.target,
    credentials: openedCredentials(ports, instance.id, enrolled),
  })
  return ports.strategies[given.strategy].attempt(subject, secret, given.proof)
}

/** Is it judged while no transaction waits? Then its guess is counted in one of its own, before. */
export function isJudgedApart({ strategies }: Pick<Ports, 'strategies'>, name: StrategyName): boolean {
  return strategies[name].traits.judging !== 'local'
}

/** Where a sealed secret of a verification lives: it opens in no other row. */
export function verificationContext(instanceId: string, verificationId: string): string {
  return `${instanceId}|verifications|secret|${verificationId}`
}

/** What is stored of a secret: itself where the strategy has made it one-way, else under seal. */
export function keptSecret(
  { seal }: Pick<Ports, 'seal'>,
  { instanceId }: Pick<InstanceScope, 'instanceId'>,
  traits: Pick<StrategyTraits, 'secret'>,
  { id, secret }: { readonly id: string; readonly secret: string },
): string {
  return traits.secret === 'sealed' ? seal.seal(verificationContext(instanceId, id), secret) : secret
}

/** The secret as the strategy gave it; `null` when it is used up. */
function openedSecret(
  { seal }: Pick<Ports, 'seal'>,
  { instanceId }: Pick<InstanceScope, 'instanceId'>,
  traits: Pick<StrategyTraits, 'secret'>,
  { id, secret }: { readonly id: string; readonly secret: string | null },
): string | null {
  return secret !== null && traits.secret === 'sealed' ? seal.open(verificationContext(instanceId, id), secret) : secret
}

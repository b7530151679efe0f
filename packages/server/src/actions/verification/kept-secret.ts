import type { InstanceScope } from '../../storage/index.ts'
import type { StrategyTraits } from '@latchkey/protocol'
import type { Ports } from '../ports.ts'

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
export function openedSecret(
  { seal }: Pick<Ports, 'seal'>,
  { instanceId }: Pick<InstanceScope, 'instanceId'>,
  traits: Pick<StrategyTraits, 'secret'>,
  { id, secret }: { readonly id: string; readonly secret: string | null },
): string | null {
  return secret !== null && traits.secret === 'sealed' ? seal.open(verificationContext(instanceId, id), secret) : secret
}

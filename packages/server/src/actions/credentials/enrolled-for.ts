import type { StrategyName } from '@latchkey/protocol'
import type { Credential } from '../../domain/credential.ts'
import { type InstanceScope, listCredentials } from '../../storage/index.ts'
import type { Verdict } from '../../strategies/strategy.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { sealedData } from './credential-data.ts'

/** What a strategy judges by, of all that a user has enrolled; nothing is read for one that judges by what it issued itself. */
export async function enrolledFor(
  { strategies }: Pick<Ports, 'strategies'>,
  scope: InstanceScope,
  strategy: StrategyName,
  userId: string | null,
): Promise<readonly Credential[]> {
  if (!strategies[strategy].traits.enrolled || userId === null) return []
  return (await listCredentials(scope, userId)).filter(({ type }) => type === strategy)
}

/** The credentials that a good verdict names: what they held when they were judged by, and what they hold from now on. */
export function usedCredentials(
  ports: Pick<Ports, 'seal'>,
  { instance }: Pick<FrontendCall, 'instance'>,
  enrolled: readonly Credential[],
  verdict: Verdict & { readonly ok: true },
): readonly { readonly id: string; readonly seen: string; readonly data: string }[] {
  const named = new Set(verdict.proofs.flatMap((proof) => (proof.type === 'credential' ? [proof.credentialId] : [])))
  return enrolled.flatMap(({ id, data: seen }) => {
    if (seen === null || !named.has(id)) return []
    return [{ id, seen, data: verdict.remember === undefined ? seen : sealedData(ports, instance.id, { id, data: verdict.remember }) }]
  })
}

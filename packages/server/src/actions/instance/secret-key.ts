import type { InstanceType } from '../../domain/instance.ts'
import { sha256 } from '../../platform/hash.ts'
import { listSecretKeys, type SecretKey, type SystemScope } from '../../storage/index.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'

/**
 * A new key of the Backend API: 256 bits, kept as its hash. Development instances keep a sealed copy too, so that it can be printed again.
 */
export function newSecretKey(
  ports: Pick<Ports, 'clock' | 'random' | 'seal'>,
  of: { readonly instanceId: string; readonly type: InstanceType; readonly name: string },
): { readonly row: SecretKey; readonly secretKey: string } {
  const id = newId(ports, 'secret_key')
  const secretKey = `sk_${of.type === 'production' ? 'live' : 'test'}_${Buffer.from(ports.random.bytes(32)).toString('hex')}`
  const sealed = of.type === 'development' ? ports.seal.seal(secretKeyContext(of.instanceId, id), secretKey) : null
  const row = {
    id,
    instanceId: of.instanceId,
    hash: sha256(secretKey),
    sealed,
    name: of.name,
    last4: secretKey.slice(-4),
    createdAt: ports.clock.now(),
    lastUsedAt: null,
    expiresAt: null,
  }
  return { row, secretKey }
}

/** A secret key of the instance that can still be printed, or `null` when only hashes are kept. */
export async function printableSecretKey(ports: Pick<Ports, 'seal'>, scope: SystemScope, instanceId: string): Promise<string | null> {
  const keys = await listSecretKeys(scope, instanceId)
  // The newest: after a rotation, the one that stays.
  const key = keys.findLast((row) => row.sealed !== null && row.expiresAt === null)
  return key === undefined ? null : ports.seal.open(secretKeyContext(instanceId, key.id), key.sealed!)
}

/** Where a sealed copy of a secret key lives: it opens for no other instance and no other key. */
export function secretKeyContext(instanceId: string, id: string): string {
  return `${instanceId}|secret_keys|sealed|${id}`
}

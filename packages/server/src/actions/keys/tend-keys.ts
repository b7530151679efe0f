import { listDueSigningKeys, listExpiredSecretKeys, lockInstance } from '../../storage/index.ts'
import { SYSTEM } from '../audit/record.ts'
import type { Ports } from '../ports.ts'
import { withdraw } from './secret-keys.ts'
import { activate, withdrawSigningKey } from './signing-keys.ts'

/**
 * Does what the clock says about keys: the next signing key begins to sign, a retiring one is withdrawn, a secret key that was replaced
 * ends. Every process does it; each step is a conditional write, so one of them does.
 */
export async function tendKeys(ports: Pick<Ports, 'storage' | 'clock' | 'random'>): Promise<void> {
  const scope = { db: ports.storage.db }
  const now = ports.clock.now()
  for (const key of await listExpiredSecretKeys(scope, now)) await withdraw(ports, key, SYSTEM)
  for (const key of await listDueSigningKeys(scope, now)) {
    await ports.storage.transaction(async (db) => {
      const inner = { db, instanceId: key.instanceId }
      await lockInstance(inner, key.instanceId)
      if (key.status === 'next') await activate(ports, inner, key)
      if (key.status === 'retiring') await withdrawSigningKey(ports, inner, key, SYSTEM, 'rotation')
    })
  }
}

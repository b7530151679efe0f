import { sha256 } from '../../platform/hash.ts'
import { findRevokedKey } from '../../storage/index.ts'
import type { EventSource } from '../audit/record.ts'
import type { Ports } from '../ports.ts'

/** Somebody showed a key that opens nothing. One that was revoked leaves a trace: it leaked, or a server was forgotten. */
export async function noteUnknownKey(
  ports: Pick<Ports, 'storage' | 'refusals'>,
  secretKey: string,
  from: Pick<EventSource, 'ipAddress' | 'userAgent'>,
): Promise<void> {
  const revoked = await findRevokedKey({ db: ports.storage.db }, sha256(secretKey))
  if (revoked === null) return
  const source = { ...from, clientId: null, actor: { type: 'secret_key', id: revoked.id } } as const
  ports.refusals.note(revoked.instanceId, source, { type: 'secret_key.refused', userId: null, code: 'clerk_key_invalid' })
}

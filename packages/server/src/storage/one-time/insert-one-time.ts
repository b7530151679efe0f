import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import type { OneTime } from './one-time.ts'

/** What a new one is made of. */
export type NewOneTime = Omit<OneTime, 'userId' | 'usedAt' | 'revokedAt'> & { readonly userId?: string | null }

const query = hotInsert('one_time')

/** Adds a ticket, nonce or token. */
export async function insertOneTime(scope: InstanceScope, oneTime: NewOneTime): Promise<void> {
  await query.run(scope.db, {
    instance_id: scope.instanceId,
    id: oneTime.id,
    purpose: oneTime.purpose,
    hash: oneTime.hash,
    payload: oneTime.payload,
    user_id: oneTime.userId ?? null,
    expires_at: oneTime.expiresAt,
    created_at: oneTime.createdAt,
    used_at: null,
    revoked_at: null,
  })
}

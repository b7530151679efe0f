import type { SystemScope } from '../scope.ts'
import { bumpInstanceVersion } from './instances.ts'

/** Allows an origin; one that is allowed already stays so. */
export async function insertAllowedOrigin(
  scope: SystemScope,
  allowed: { readonly instanceId: string; readonly origin: string; readonly createdAt: number },
): Promise<void> {
  await scope.db.kysely
    .insertInto('allowed_origins')
    .values({ instance_id: allowed.instanceId, origin: allowed.origin, created_at: allowed.createdAt })
    .onConflict((on) => on.columns(['instance_id', 'origin']).doNothing())
    .execute()
  await bumpInstanceVersion(scope, allowed.instanceId)
}

/** Allows an origin no longer; false when it was not allowed. */
export async function deleteAllowedOrigin(
  scope: SystemScope,
  origin: { readonly instanceId: string; readonly origin: string },
): Promise<boolean> {
  const { numDeletedRows } = await scope.db.kysely
    .deleteFrom('allowed_origins')
    .where('instance_id', '=', origin.instanceId)
    .where('origin', '=', origin.origin)
    .executeTakeFirst()
  await bumpInstanceVersion(scope, origin.instanceId)
  return numDeletedRows > 0n
}

import type { SystemScope } from '../scope.ts'
import { bumpInstanceVersion } from './bump-instance-version.ts'

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

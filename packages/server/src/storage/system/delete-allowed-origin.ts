import type { SystemScope } from '../scope.ts'
import { bumpInstanceVersion } from './bump-instance-version.ts'

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

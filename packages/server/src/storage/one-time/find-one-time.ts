import type { InstanceScope } from '../scope.ts'
import { toOneTime } from './one-time-row.ts'
import type { OneTime } from './one-time.ts'

/** Looks without using: to say why a taking failed, or to show it to an operator. */
export async function findOneTime(
  scope: InstanceScope,
  by: { readonly purpose: string; readonly hash: string } | { readonly id: string },
): Promise<OneTime | null> {
  const query = scope.db.kysely.selectFrom('one_time').selectAll().where('instance_id', '=', scope.instanceId)
  const found = 'id' in by ? query.where('id', '=', by.id) : query.where('purpose', '=', by.purpose).where('hash', '=', by.hash)
  const row = await found.executeTakeFirst()
  return row ? toOneTime(row) : null
}

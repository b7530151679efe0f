import type { StrategyName } from '@latchkey/protocol'
import type { Slot } from '../../domain/slot.ts'
import type { InstanceScope } from '../scope.ts'
import { tableOf } from './per-slot.ts'

/** Lets a live verification finish the other way: a code typed in after a mail that was asked for as a link, or the reverse. False when it was used. */
export async function switchStrategy(
  scope: InstanceScope,
  to: { readonly slot: Slot; readonly id: string; readonly strategy: StrategyName; readonly redirectUrl?: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await scope.db.kysely
    .updateTable(tableOf(to.slot) as 'verifications')
    .set({ strategy: to.strategy, ...(to.redirectUrl === undefined ? {} : { redirect_url: to.redirectUrl }) })
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', to.id)
    .where('consumed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

import type { Slot } from '../../domain/slot.ts'
import type { InstanceScope } from '../scope.ts'
import { hotPerSlot, type SlotKey } from './per-slot.ts'

const query = hotPerSlot<SlotKey & { readonly now: number }>((db, p, { table, one }) =>
  db
    .updateTable(table)
    .set({ secret: null })
    .where(one)
    .where('consumed_at', 'is', null)
    .where('secret', 'is not', null)
    .where('expires_at', '<=', p('now')),
)

/** Erases the secret of a verification that somebody saw to be over: a clock set back does not bring it to life. */
export async function burnExpiredVerification(
  scope: InstanceScope,
  what: { readonly attemptId: string; readonly slot: Slot; readonly now: number },
): Promise<void> {
  await query(what.slot).run(scope.db, { instanceId: scope.instanceId, ...what })
}

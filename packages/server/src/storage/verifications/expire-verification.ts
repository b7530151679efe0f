import type { Slot } from '../../domain/slot.ts'
import type { InstanceScope } from '../scope.ts'
import { hotPerSlot, type SlotKey } from './per-slot.ts'

const query = hotPerSlot<SlotKey & { readonly now: number }>((db, p, { table, one }) =>
  db
    .updateTable(table)
    .set({ expires_at: p('now'), secret: null })
    .where(one)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', p('now')),
)

/** Ends the verification of a slot now, when it is neither used nor over: its target changed, or it was taken back. */
export async function expireVerification(
  scope: InstanceScope,
  what: { readonly attemptId: string; readonly slot: Slot; readonly now: number },
): Promise<void> {
  await query(what.slot).run(scope.db, { instanceId: scope.instanceId, ...what })
}

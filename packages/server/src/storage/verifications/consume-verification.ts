import type { Slot } from '../../domain/slot.ts'
import type { InstanceScope } from '../scope.ts'
import { hotPerSlot } from './per-slot.ts'

const query = hotPerSlot<{ instanceId: string; id: string; sends: number; now: number; clientId: string | null }>((db, p, { table }) =>
  db
    .updateTable(table)
    .set({ consumed_at: p('now'), verified_by_client_id: p('clientId'), secret: null })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('sends', '=', p('sends'))
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', p('now')),
)

/**
 * Uses a verification up and erases its secret. False when it was used, replaced or expired before: then it proves nothing.
 * @param use.sends as it was when the proof was judged: a message that was sent since has made what was judged worthless
 */
export async function consumeVerification(
  scope: InstanceScope,
  use: { readonly slot: Slot; readonly id: string; readonly sends: number; readonly now: number; readonly clientId: string | null },
): Promise<boolean> {
  return (await query(use.slot).run(scope.db, { instanceId: scope.instanceId, ...use })) > 0
}

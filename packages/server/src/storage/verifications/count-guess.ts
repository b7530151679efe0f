import type { Verification } from '../../domain/attempt.ts'
import type { Slot } from '../../domain/slot.ts'
import type { VerificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { hotPerSlot, type SlotKey } from './per-slot.ts'
import { toVerification } from './verification-row.ts'

const query = hotPerSlot<SlotKey & { readonly now: number; readonly max: number }, VerificationRow>((db, p, { table, one }) =>
  db
    .updateTable(table)
    .set((row) => ({ guesses: row('guesses', '+', 1), judged: row('judged', '+', 1) }))
    .where(one)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', p('now'))
    .where('guesses', '<', p('max'))
    .returningAll(),
)

/**
 * Counts a guess before anybody looks at it, and hands out the secret to judge it by. `null`: used, expired or guessed
 * too often, and then there is nothing to compare with.
 */
export async function countGuess(
  scope: InstanceScope,
  guess: { readonly attemptId: string; readonly slot: Slot; readonly now: number; readonly max: number },
): Promise<Verification | null> {
  const row = await query(guess.slot).first(scope.db, { instanceId: scope.instanceId, ...guess })
  return row && toVerification(row)
}

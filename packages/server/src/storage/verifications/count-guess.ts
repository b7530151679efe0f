import type { Verification } from '../../domain/attempt.ts'
import { hot } from '../hot.ts'
import type { VerificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toVerification } from './verification-row.ts'

const query = hot<{ instanceId: string; attemptId: string; now: number; max: number }, VerificationRow>((db, p) =>
  db
    .updateTable('verifications')
    .set((row) => ({ guesses: row('guesses', '+', 1), judged: row('judged', '+', 1) }))
    .where('instance_id', '=', p('instanceId'))
    .where('attempt_id', '=', p('attemptId'))
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
  guess: { readonly attemptId: string; readonly now: number; readonly max: number },
): Promise<Verification | null> {
  const row = await query.first(scope.db, { instanceId: scope.instanceId, ...guess })
  return row && toVerification(row)
}

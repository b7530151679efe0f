import type { Attempt } from '../../domain/attempt.ts'
import { hot } from '../hot.ts'
import type { AttemptRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { fromAttempt } from './attempt-row.ts'

const query = hot<AttemptRow>((db, p) =>
  db
    .updateTable('attempts')
    .set((row) => ({
      state: p('state'),
      status: p('status'),
      user_id: p('user_id'),
      email_address: p('email_address'),
      decoy: p('decoy'),
      version: row('version', '+', 1),
      updated_at: p('updated_at'),
    }))
    .where('instance_id', '=', p('instance_id'))
    .where('id', '=', p('id'))
    .where('version', '=', p('version')),
)

/**
 * Writes what a step decided, if nobody else stepped meanwhile: `attempt.version` is the version that was read, and the row's
 * goes up by one. False when somebody did; then nothing is written, and what was decided was decided on old news.
 */
export async function saveAttempt(scope: InstanceScope, attempt: Attempt): Promise<boolean> {
  return (await query.run(scope.db, fromAttempt(scope, attempt))) > 0
}

import { hot } from '../hot.ts'
import type { SystemScope } from '../scope.ts'

const query = hot<{ id: string }, { settings_version: number }>((db, p) =>
  db.selectFrom('instances').select('settings_version').where('id', '=', p('id')),
)

/** The number that goes up with every change of settings, origins or keys; caches compare it. Zero when there is no such instance. */
export async function instanceVersion(scope: SystemScope, id: string): Promise<number> {
  return (await query.first(scope.db, { id }))?.settings_version ?? 0
}

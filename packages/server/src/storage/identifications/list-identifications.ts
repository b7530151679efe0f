import type { Identification } from '../../domain/identification.ts'
import { hot } from '../hot.ts'
import type { IdentificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toIdentification } from './identification-row.ts'

const query = hot<{ instanceId: string; userId: string }, IdentificationRow>((db, p) =>
  db
    .selectFrom('identifications')
    .selectAll()
    .where('instance_id', '=', p('instanceId'))
    .where('user_id', '=', p('userId'))
    .orderBy('created_at')
    .orderBy('id'),
)

/** The proven addresses of a user, oldest first. */
export async function listIdentifications(scope: InstanceScope, userId: string): Promise<Identification[]> {
  const rows = await query.all(scope.db, { instanceId: scope.instanceId, userId })
  return rows.map(toIdentification)
}

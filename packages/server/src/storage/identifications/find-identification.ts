import type { Identification } from '../../domain/identification.ts'
import { hot } from '../hot.ts'
import type { IdentificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toIdentification } from './identification-row.ts'

const query = hot<{ instanceId: string; id: string }, IdentificationRow>((db, p) =>
  db.selectFrom('identifications').selectAll().where('instance_id', '=', p('instanceId')).where('id', '=', p('id')),
)

/** The proven address of an id. */
export async function findIdentification(scope: InstanceScope, id: string): Promise<Identification | null> {
  const row = await query.first(scope.db, { instanceId: scope.instanceId, id })
  return row && toIdentification(row)
}

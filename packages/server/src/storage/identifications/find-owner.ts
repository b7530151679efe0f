import type { Identification } from '../../domain/identification.ts'
import { hot } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'

/** Whose an address is. */
export interface Owner {
  readonly userId: string
  readonly identificationId: string
}

const query = hot<{ instanceId: string; type: string; value: string }, Owner>((db, p) =>
  db
    .selectFrom('identifications')
    .select(['user_id as userId', 'id as identificationId'])
    .where('instance_id', '=', p('instanceId'))
    .where('type', '=', p('type'))
    .where('value', '=', p('value')),
)

/** Whose is this address? `null` when nobody has proven it. The value is in its canonical form. */
export async function findOwner(scope: InstanceScope, type: Identification['type'], value: string): Promise<Owner | null> {
  return query.first(scope.db, { instanceId: scope.instanceId, type, value })
}

import type { Identification, ProvenBy } from '../../domain/identification.ts'
import { hot, hotInsert } from '../hot.ts'
import type { IdentificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

const findIdentificationQuery = hot<{ instanceId: string; id: string }, IdentificationRow>((db, p) =>
  db.selectFrom('identifications').selectAll().where('instance_id', '=', p('instanceId')).where('id', '=', p('id')),
)

/** The proven address of an id. */
export async function findIdentification(scope: InstanceScope, id: string): Promise<Identification | null> {
  const row = await findIdentificationQuery.first(scope.db, { instanceId: scope.instanceId, id })
  return row && toIdentification(row)
}

/** Whose an address is. */
export interface Owner {
  readonly userId: string
  readonly identificationId: string
}

const findOwnerQuery = hot<{ instanceId: string; type: string; value: string }, Owner>((db, p) =>
  db
    .selectFrom('identifications')
    .select(['user_id as userId', 'id as identificationId'])
    .where('instance_id', '=', p('instanceId'))
    .where('type', '=', p('type'))
    .where('value', '=', p('value')),
)

/** Whose is this address? `null` when nobody has proven it. The value is in its canonical form. */
export async function findOwner(scope: InstanceScope, type: Identification['type'], value: string): Promise<Owner | null> {
  return findOwnerQuery.first(scope.db, { instanceId: scope.instanceId, type, value })
}

const listIdentificationsQuery = hot<{ instanceId: string; userId: string }, IdentificationRow>((db, p) =>
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
  const rows = await listIdentificationsQuery.all(scope.db, { instanceId: scope.instanceId, userId })
  return rows.map(toIdentification)
}

const insertIdentificationQuery = hotInsert('identifications')

/**
 * Gives a proven address to a user, who exists already.
 * @throws {Duplicate} `identifications_type_value_key` when somebody has it
 */
export async function insertIdentification(scope: InstanceScope, identification: Identification): Promise<void> {
  await insertIdentificationQuery.run(scope.db, fromIdentification(scope, identification))
}

/** Takes an address from its user; from then on it is anybody's to prove. */
export async function deleteIdentification(scope: InstanceScope, id: string): Promise<boolean> {
  const { numDeletedRows } = await scope.db.kysely
    .deleteFrom('identifications')
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** A row as its domain object. */
export function toIdentification(row: IdentificationRow): Identification {
  return {
    id: row.id,
    userId: row.user_id,
    type: row.type as Identification['type'],
    value: row.value,
    provenBy: row.proven_by as ProvenBy,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** A domain object as its row. */
function fromIdentification(scope: InstanceScope, identification: Identification): IdentificationRow {
  return {
    instance_id: scope.instanceId,
    id: identification.id,
    user_id: identification.userId,
    type: identification.type,
    value: identification.value,
    proven_by: identification.provenBy,
    created_at: identification.createdAt,
    updated_at: identification.updatedAt,
  }
}

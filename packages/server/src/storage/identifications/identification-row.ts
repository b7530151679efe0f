import type { Identification, ProvenBy } from '../../domain/identification.ts'
import type { IdentificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

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
export function fromIdentification(scope: InstanceScope, identification: Identification): IdentificationRow {
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

import type { Identification } from '../../domain/identification.ts'
import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { fromIdentification } from './identification-row.ts'

const query = hotInsert('identifications')

/**
 * Gives a proven address to a user, who exists already.
 * @throws {Duplicate} `identifications_type_value_key` when somebody has it
 */
export async function insertIdentification(scope: InstanceScope, identification: Identification): Promise<void> {
  await query.run(scope.db, fromIdentification(scope, identification))
}

import type { Identification } from '../../domain/identification.ts'
import { hotUpdate } from '../hot-update.ts'
import { rename } from '../rename.ts'
import type { IdentificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toIdentification } from './identification-row.ts'

/** What may change about an address; the address itself never does. */
export type IdentificationPatch = Partial<Pick<Identification, 'provenBy' | 'updatedAt'>>

const query = hotUpdate('identifications')

/** Writes the given properties of an address and answers it as it is then, `null` when there is none. */
export async function updateIdentification(
  scope: InstanceScope,
  id: string,
  patch: IdentificationPatch,
): Promise<Identification | null> {
  const columns = rename<IdentificationPatch, IdentificationRow>(patch, { provenBy: 'proven_by', updatedAt: 'updated_at' })
  const row = await query.run(scope, id, columns)
  return row && toIdentification(row)
}

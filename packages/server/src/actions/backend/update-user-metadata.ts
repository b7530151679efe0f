import type { UserView } from '../../domain/user.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { changeUser } from './change-user.ts'
import { inTransaction } from './in-transaction.ts'
import { mergedMetadata, type MetadataFields, replacedMetadata } from './metadata-fields.ts'
import { requireUser } from './require-user.ts'

/**
 * Changes a user's metadata and nothing else of her.
 * @param how `merge`: deeply, and `null` removes a key; `replace`: each given field as a whole
 * @throws Refusal `resource_not_found`, `form_param_format_invalid`
 */
export async function updateUserMetadata(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: BackendCall,
  id: string,
  request: MetadataFields,
  how: 'merge' | 'replace',
): Promise<UserView> {
  return inTransaction(ports, call, async (scope) => {
    const user = await changeUser(ports, scope, id, {})
    const patch = how === 'merge' ? mergedMetadata(user, request) : replacedMetadata(request)
    await changeUser(ports, scope, id, patch)
    await record(ports, scope, keyOf(call), { type: 'user.updated', userId: id, detail: { fields: Object.keys(patch) } })
    return requireUser(scope, id)
  })
}

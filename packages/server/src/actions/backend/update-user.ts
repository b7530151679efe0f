import { Refusal } from '../../domain/refusal.ts'
import type { UserView } from '../../domain/user.ts'
import { deleteUser as remove, type UserPatch } from '../../storage/index.ts'
import { keyOf, record } from '../audit/record.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { chooseIdentifier, chosenIn, type ChosenFields } from '../choose-identifier.ts'
import { primariesIn, type PrimaryFields, requireOwnPrimaries } from '../requested-primaries.ts'
import { changeUser, requireUser } from './change-user.ts'
import { notifyPrimaryChanged } from './give-identifier.ts'
import { inTransaction } from './in-transaction.ts'
import { externalIdField, localeField, mergedMetadata, type MetadataFields, nameField, replacedMetadata, timeField } from './user-fields.ts'

/** What an operator may change of a user; absent fields stay, `null` clears a text. Metadata, which older SDKs send here, is replaced. */
export interface UpdateUserRequest extends MetadataFields, PrimaryFields, ChosenFields {
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly external_id?: string | null | undefined
  readonly locale?: string | null | undefined
  readonly legal_accepted_at?: string | null | undefined
  readonly delete_self_enabled?: boolean | null | undefined
  /** Says to the address that was the primary one so far that it no longer is. */
  readonly notify_primary_email_address_changed?: boolean | null | undefined
  readonly created_at?: string | null | undefined
}

/** Changes a user. @throws Refusal `resource_not_found`, `form_identifier_exists`, `form_param_format_invalid` … */
export async function updateUser(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'refusals'>,
  call: BackendCall,
  id: string,
  request: UpdateUserRequest,
): Promise<UserView> {
  const patch = patchOf(request)
  const chosen = chosenIn(request, call.instance.settings)
  return inTransaction(ports, call, async (scope) => {
    const { primaries: before } = await changeUser(ports, scope, id, {})
    for (const one of chosen) {
      const { identifications } = await requireUser(scope, id)
      await chooseIdentifier(ports, scope, keyOf(call), { userId: id, identifications, chosen: one, by: 'admin' })
    }
    await requireOwnPrimaries(scope, id, patch.primaries ?? {})
    await changeUser(ports, scope, id, patch)
    if (request.notify_primary_email_address_changed === true) {
      await notifyPrimaryChanged(ports, call, scope, {
        userId: id,
        before: before.email_address,
        after: patch.primaries?.email_address ?? before.email_address,
      })
    }
    await record(ports, scope, keyOf(call), { type: 'user.updated', userId: id, detail: { fields: Object.keys(patch) } })
    return requireUser(scope, id)
  })
}

function patchOf(request: UpdateUserRequest): UserPatch {
  const primaries = primariesIn(request)
  return {
    ...(request.first_name !== undefined && { firstName: nameField(request.first_name, 'first_name') }),
    ...(request.last_name !== undefined && { lastName: nameField(request.last_name, 'last_name') }),
    ...(request.external_id !== undefined && { externalId: externalIdField(request.external_id) }),
    ...(request.locale !== undefined && { locale: localeField(request.locale) }),
    ...(Object.keys(primaries).length > 0 && { primaries }),
    ...(request.legal_accepted_at && { legalAcceptedAt: timeField(request.legal_accepted_at, 'legal_accepted_at') }),
    ...(request.created_at && { createdAt: timeField(request.created_at, 'created_at') }),
    ...(request.delete_self_enabled != null && { deleteSelfEnabled: request.delete_self_enabled }),
    ...replacedMetadata(request),
  }
}

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

/** Deletes a user with all that is hers: addresses, sessions, attempts, tickets. @throws Refusal `resource_not_found` */
export async function deleteUser(ports: Pick<Ports, 'storage' | 'clock' | 'random'>, call: BackendCall, id: string): Promise<void> {
  await inTransaction(ports, call, async (scope) => {
    if (!(await remove(scope, id))) throw new Refusal('resource_not_found')
    await record(ports, scope, keyOf(call), { type: 'user.deleted', userId: id })
  })
}

import { IDENTIFIERS } from '../../domain/identifiers/rules.ts'
import { mergeMetadata } from '../../domain/metadata.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { demandFor } from '../../domain/settings/attribute-rules.ts'
import { primaryOf, type UserView } from '../../domain/user.ts'
import { standingRefusal } from '../../flows/standing.ts'
import { deleteUser, findUserView, type InstanceScope, updateUser } from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { saveClient } from '../client/save-client.ts'
import { type Chosen, chooseIdentifier, chosenIn, type ChosenFields } from '../choose-identifier.ts'
import { sendNotice } from '../notices/send-notice.ts'
import { requireMetadata, requireName } from '../parse-fields.ts'
import type { Ports } from '../ports.ts'
import { requireReverified } from '../session/reverification.ts'
import { primariesIn, type PrimaryFields, requireOwnPrimaries } from '../requested-primaries.ts'

/** What a user may change of herself. `null` or an empty name clears it; an absent one stays. */
export interface UpdateMeRequest extends PrimaryFields, ChosenFields {
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly unsafe_metadata?: unknown
}

/** Changes the signed-in user's own profile. @throws Refusal `form_param_format_invalid`, `form_identifier_exists`, `resource_not_found` */
export async function updateMe(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'refusals'>,
  call: FrontendCall,
  session: Session,
  request: UpdateMeRequest,
): Promise<void> {
  await requireMe(ports, call.scope, session)
  const firstName = nameOrNull(request.first_name, 'first_name')
  const lastName = nameOrNull(request.last_name, 'last_name')
  const unsafeMetadata = request.unsafe_metadata === undefined ? undefined : requireMetadata(request.unsafe_metadata, 'unsafe_metadata')
  const primaries = primariesIn(request)
  const namesPrimary = Object.keys(primaries).length > 0
  const patch = {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(unsafeMetadata !== undefined && { unsafeMetadata }),
    ...(namesPrimary && { primaries }),
  }
  const fields = Object.keys(patch)
  const chosen = chosenIn(request, call.instance.settings)
  for (const one of chosen) requireChoosable(call, one)
  if (fields.length === 0 && chosen.length === 0) return
  if (namesPrimary || chosen.length > 0) await requireReverified(ports, call, session)
  await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const { user, identifications } = await holdMe(ports, scope, session)
    await requireOwnPrimaries(scope, session.userId, primaries)
    const source = visitorOf(call, session.userId)
    for (const one of chosen) {
      const isChanged = await chooseIdentifier(ports, scope, source, { userId: user.id, identifications, chosen: one, by: 'claim' })
      const to = identifications.find(({ id }) => id === user.primaries.email_address)?.value
      if (!isChanged || to === undefined) continue
      await sendNotice(ports, call, scope, { notice: 'sign_in_name_changed', to, userId: user.id, address: one.identifier?.value ?? '' })
    }
    if (fields.length === 0) return
    await updateUser(scope, session.userId, patch, ports.clock.now())
    await record(ports, scope, source, { type: 'user.updated', userId: session.userId, detail: { fields } })
    const [before, after] = [user.primaries.email_address, primaries.email_address].map(
      (id) => identifications.find((one) => one.id === id)?.value,
    )
    if (before === undefined || after === undefined || before === after) return
    await sendNotice(ports, call, scope, { notice: 'primary_address_changed', to: before, userId: user.id, address: after })
  })
}

/** @throws Refusal `form_param_missing` for what the instance insists on, `form_identifier_exists` for what nobody may choose */
function requireChoosable({ instance: { settings } }: FrontendCall, { type, identifier }: Chosen[number]): void {
  if (identifier === null && demandFor(settings, type) === 'required') throw new Refusal('form_param_missing', { param: type })
  if (identifier !== null && IDENTIFIERS[type].isReserved?.(identifier.value)) throw new Refusal('form_identifier_exists', { param: type })
}

function nameOrNull(name: string | null | undefined, param: string): string | null | undefined {
  if (name === undefined) return undefined
  return name === null || name.trim() === '' ? null : requireName(name, param)
}

/**
 * Merges into the signed-in user's unsafe metadata; `null` removes a key.
 * @throws Refusal `form_param_format_invalid`, `form_param_missing`
 */
export async function updateMyMetadata(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: FrontendCall,
  session: Session,
  patch: unknown,
): Promise<void> {
  if (patch === undefined) throw new Refusal('form_param_missing', { param: 'unsafe_metadata' })
  const changes = requireMetadata(patch, 'unsafe_metadata')
  await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const { user } = await holdMe(ports, scope, session)
    const unsafeMetadata = requireMetadata(mergeMetadata(user.unsafeMetadata, changes), 'unsafe_metadata')
    await updateUser(scope, session.userId, { unsafeMetadata }, ports.clock.now())
    const event = { type: 'user.updated', userId: session.userId, detail: { fields: ['unsafeMetadata'] } } as const
    await record(ports, scope, visitorOf(call, session.userId), event)
  })
}

/** Deletes the signed-in user with all that is hers, and signs her client out. @throws Refusal `user_delete_self_not_enabled` */
export async function deleteMe(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'refusals'>,
  call: FrontendCall,
  session: Session,
): Promise<ClientOutcome> {
  const { user, identifications } = await requireMe(ports, call.scope, session)
  if (!call.instance.settings.deleteSelf || !user.deleteSelfEnabled) throw new Refusal('user_delete_self_not_enabled')
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    await deleteUser(scope, session.userId)
    await record(ports, scope, visitorOf(call, user.id), { type: 'user.deleted', userId: user.id })
    const primary = primaryOf({ user, identifications }, 'email_address')
    if (primary !== null) await sendNotice(ports, call, scope, { notice: 'account_deleted', to: primary.value, userId: user.id })
    return saveClient(ports, call, scope, null, { lastActiveSessionId: null, signInId: null, signUpId: null }, 'session_ended')
  })
}

/** The user of a session, while she may be signed in. @throws Refusal `signed_out`, `user_banned`, `user_locked` */
export async function requireMe(ports: Pick<Ports, 'clock'>, scope: InstanceScope, session: Session): Promise<UserView> {
  const view = await findUserView(scope, session.userId)
  if (view === null) throw new Refusal('signed_out')
  const refusal = standingRefusal(view.user, ports.clock.now())
  if (refusal) throw new Refusal('authentication_invalid')
  return view
}

/**
 * The user of a session, held until the transaction ends: whatever is decided on what is read here is decided on what stays true. A
 * request that changes the account at the same time waits, and then sees what this one has done.
 * @throws Refusal `signed_out`, `authentication_invalid`
 */
export async function holdMe(ports: Pick<Ports, 'clock'>, scope: InstanceScope, session: Session): Promise<UserView> {
  if ((await updateUser(scope, session.userId, {}, ports.clock.now())) === null) throw new Refusal('signed_out')
  return requireMe(ports, scope, session)
}

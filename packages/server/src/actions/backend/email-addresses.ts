import type { Attempt } from '../../domain/attempt.ts'
import type { Identification } from '../../domain/identification.ts'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stepIdentification } from '../../flows/identification.ts'
import {
  countPendingIdentifications,
  deleteAttempt,
  deleteIdentification,
  findAttempt,
  findIdentification,
  findOwner,
  insertAttempt,
  type InstanceScope,
  listIdentifications,
} from '../../storage/index.ts'
import { keyOf, record } from '../audit/record.ts'
import type { BackendCall } from '../call.ts'
import { mustPass } from '../must-pass.ts'
import { requireIdentifier } from '../parse-fields.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { changeUser } from './change-user.ts'
import { giveIdentifier, notifyPrimaryChanged } from './give-identifier.ts'
import { inTransaction } from './in-transaction.ts'

/** An address for a user. `verified`: on the operator's word; without it she has to prove it. */
export interface CreateEmailAddressRequest {
  readonly user_id?: string | undefined
  readonly email_address?: string | undefined
  readonly verified?: boolean | null | undefined
  readonly primary?: boolean | null | undefined
  /** Says to the address that was the primary one so far that it no longer is. */
  readonly notify_primary_email_address_changed?: boolean | null | undefined
}

type CreatePorts = Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'refusals'>

/**
 * Gives a user an address, or a claim to one. Her first proven one becomes the primary one.
 * @throws Refusal `form_param_missing`, `resource_not_found`, `form_identifier_exists`, `form_verification_needed` …
 */
export async function createEmailAddress(
  ports: CreatePorts,
  call: BackendCall,
  request: CreateEmailAddressRequest,
): Promise<EmailAddressView> {
  const { user_id: userId, email_address: text, verified, primary, notify_primary_email_address_changed: notify } = request
  if (userId === undefined) throw new Refusal('form_param_missing', { param: 'user_id' })
  if (text === undefined) throw new Refusal('form_param_missing', { param: 'email_address' })
  if (primary === true && verified !== true) throw new Refusal('form_verification_needed', { param: 'primary' })
  const identifier = requireIdentifier('email_address', text)
  const id = newId(ports, 'identification')
  return inTransaction(ports, call, async (scope) => {
    const user = await changeUser(ports, scope, userId, {})
    await record(ports, scope, keyOf(call), { type: 'email_address.created', userId, detail: { id, verified: verified === true } })
    if (verified !== true) return { type: 'pending', userId, attempt: await addPending(ports, scope, { id, userId, identifier }) }
    const identification = await giveIdentifier(ports, scope, { id, userId, identifier })
    if (primary === true || user.primaries.email_address === null) {
      await changeUser(ports, scope, userId, { primaries: { email_address: id } })
      if (notify === true) await notifyPrimaryChanged(ports, call, scope, { userId, before: user.primaries.email_address, after: id })
    }
    return { type: 'proven', userId, identification }
  })
}

async function addPending(
  ports: CreatePorts,
  scope: InstanceScope,
  of: { readonly id: string; readonly userId: string; readonly identifier: Identifier },
): Promise<Attempt<'identification'>> {
  const now = ports.clock.now()
  const attempt: Attempt<'identification'> = {
    id: of.id,
    kind: 'identification',
    clientId: null,
    userId: of.userId,
    decoy: false,
    state: { identifier: of.identifier },
    version: 0,
    status: 'open',
    abandonAt: now + LIMITS.identificationAbandonMs,
    createdAt: now,
    updatedAt: now,
    verifications: {},
  }
  const taken = (await findOwner(scope, of.identifier.type, of.identifier.value)) !== null
  const pending = await countPendingIdentifications(scope, of.userId)
  mustPass(stepIdentification(attempt.state, { type: 'added', taken, pending }))
  await insertAttempt(scope, attempt)
  return attempt
}

/** What an operator may change of an address. */
export interface UpdateEmailAddressRequest {
  readonly verified?: boolean | null | undefined
  readonly primary?: boolean | null | undefined
  /** Says to the address that was the primary one so far that it no longer is. */
  readonly notify_primary_email_address_changed?: boolean | null | undefined
}

/**
 * Takes an address for proven, or makes it the primary one. Neither can be taken back: delete the address, or make another one primary.
 * @throws Refusal `resource_not_found`, `form_verification_needed`, `identification_update_failed`, `form_identifier_exists`
 */
export async function updateEmailAddress(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'refusals'>,
  call: BackendCall,
  id: string,
  request: UpdateEmailAddressRequest,
): Promise<EmailAddressView> {
  return inTransaction(ports, call, async (scope) => {
    const { userId } = await requireEmailAddressView(scope, id)
    const user = await changeUser(ports, scope, userId, {})
    // Read again: only now nobody else changes her addresses.
    const found = await requireEmailAddressView(scope, id)
    if (request.verified === false && found.type === 'proven') throw unchangeable('verified')
    if (request.primary === false && user.primaries.email_address === id) throw unchangeable('primary')
    const view = request.verified === true ? await verified(ports, scope, found) : found
    if (request.primary === true && view.type === 'pending') throw new Refusal('form_verification_needed', { param: 'primary' })
    const primary = request.primary === true || (view.type === 'proven' && user.primaries.email_address === null)
    if (primary) await changeUser(ports, scope, userId, { primaries: { email_address: id } })
    if (primary && request.notify_primary_email_address_changed === true) {
      await notifyPrimaryChanged(ports, call, scope, { userId, before: user.primaries.email_address, after: id })
    }
    const fields = [
      ...(found.type === 'pending' && view.type === 'proven' ? ['verified'] : []),
      ...(primary && user.primaries.email_address !== id ? ['primary'] : []),
    ]
    await record(ports, scope, keyOf(call), { type: 'email_address.updated', userId, detail: { id, fields } })
    return view
  })
}

function unchangeable(param: string): Refusal {
  return new Refusal('identification_update_failed', { param })
}

/** The identification takes the id of the attempt, which goes with every other claim to the address. */
async function verified(ports: Pick<Ports, 'clock'>, scope: InstanceScope, view: EmailAddressView): Promise<EmailAddressView> {
  if (view.type === 'proven') return view
  const { userId, attempt } = view
  const identification = await giveIdentifier(ports, scope, { id: attempt.id, userId, identifier: attempt.state.identifier })
  return { type: 'proven', userId, identification }
}

/**
 * Takes an address from its user, even the last one; the oldest of the others becomes the primary one where it was that.
 * @throws Refusal `resource_not_found`
 */
export async function deleteEmailAddress(ports: Pick<Ports, 'storage' | 'clock' | 'random'>, call: BackendCall, id: string): Promise<void> {
  await inTransaction(ports, call, async (scope) => {
    const { userId } = await requireEmailAddressView(scope, id)
    const user = await changeUser(ports, scope, userId, {})
    const { type } = await requireEmailAddressView(scope, id)
    if (type === 'pending') await deleteAttempt(scope, id)
    else await deleteIdentification(scope, id)
    if (user.primaries.email_address === id) {
      const next = (await listIdentifications(scope, userId)).find((one) => one.type === 'email_address')
      await changeUser(ports, scope, userId, { primaries: { email_address: next?.id ?? null } })
    }
    await record(ports, scope, keyOf(call), { type: 'email_address.deleted', userId, detail: { id } })
  })
}

/** An address of a user: proven, or added and waiting for its proof. Both have the same kind of id. */
export type EmailAddressView =
  | { readonly type: 'proven'; readonly userId: string; readonly identification: Identification }
  | { readonly type: 'pending'; readonly userId: string; readonly attempt: Attempt<'identification'> }

/** An address of this instance. @throws Refusal `resource_not_found` */
export async function requireEmailAddressView(scope: InstanceScope, id: string): Promise<EmailAddressView> {
  const identification = await findIdentification(scope, id)
  if (identification !== null) return { type: 'proven', userId: identification.userId, identification }
  const attempt = await findAttempt(scope, id, 'identification')
  if (attempt === null || attempt.userId === null || attempt.status !== 'open') throw new Refusal('resource_not_found')
  return { type: 'pending', userId: attempt.userId, attempt }
}

import type { Identifier } from '../../domain/identifiers/identifier.ts'
import type { Attempt } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stepIdentification } from '../../flows/identification.ts'
import { countPendingIdentifications, findOwner, insertAttempt, type InstanceScope } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import { mustPass } from '../must-pass.ts'
import { requireIdentifier } from '../parse-fields.ts'
import { newId, type Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { changeUser } from './change-user.ts'
import type { EmailAddressView } from './email-address-view.ts'
import { giveIdentifier } from './give-identifier.ts'
import { inTransaction } from './in-transaction.ts'
import { notifyPrimaryChanged } from './notify-primary-changed.ts'

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

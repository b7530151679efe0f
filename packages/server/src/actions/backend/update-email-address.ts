import { Refusal } from '../../domain/refusal.ts'
import type { InstanceScope } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { changeUser } from './change-user.ts'
import { type EmailAddressView, requireEmailAddressView } from './email-address-view.ts'
import { giveIdentifier } from './give-identifier.ts'
import { inTransaction } from './in-transaction.ts'
import { notifyPrimaryChanged } from './notify-primary-changed.ts'

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

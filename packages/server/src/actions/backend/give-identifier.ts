import type { Identification } from '../../domain/identification.ts'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import { deletePendingIdentificationsFor, findIdentification, insertIdentification, type InstanceScope } from '../../storage/index.ts'
import { keyOf } from '../audit/record.ts'
import type { BackendCall } from '../call.ts'
import { enqueueNotice, type NoticePorts } from '../notices/send-notice.ts'
import type { Ports } from '../ports.ts'
import { refuseTaken } from './change-user.ts'

/**
 * Gives a user an identifier on the operator's word, and ends what others were doing to claim it.
 * @throws Refusal `form_identifier_exists`
 */
export async function giveIdentifier(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  of: { readonly id: string; readonly userId: string; readonly identifier: Identifier },
): Promise<Identification> {
  const now = ports.clock.now()
  const { id, userId, identifier } = of
  const identification = { id, userId, ...identifier, provenBy: 'admin', createdAt: now, updatedAt: now } as const
  await deletePendingIdentificationsFor(scope, identifier)
  await insertIdentification(scope, identification).catch((error: unknown) => refuseTaken(error, identifier.type))
  return identification
}

/**
 * Tells the address that was a user's primary one that another took its place, when an operator asks for it. Nothing goes out when
 * none did.
 */
export async function notifyPrimaryChanged(
  ports: NoticePorts,
  call: BackendCall,
  scope: InstanceScope,
  { userId, before, after }: { readonly userId: string; readonly before: string | null; readonly after: string | null },
): Promise<void> {
  if (before === null || after === null || before === after) return
  const [from, to] = [await findIdentification(scope, before), await findIdentification(scope, after)]
  if (from === null || to === null) return
  const notice = { notice: 'primary_address_changed', to: from.value, userId, address: to.value } as const
  // The address that called is the customer's server, and tells its user nothing.
  await enqueueNotice(ports, call.instance, scope, keyOf(call), { ...notice, from: { ipAddress: null, userAgent: null } })
}

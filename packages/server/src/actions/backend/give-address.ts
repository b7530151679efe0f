import type { Identification } from '../../domain/identification.ts'
import { deletePendingIdentificationsFor, insertIdentification, type InstanceScope } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { refuseTaken } from './refuse-taken.ts'

/** Gives a user an address on the operator's word, and ends what others were doing to claim it. @throws Refusal `form_identifier_exists` */
export async function giveAddress(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  of: { readonly id: string; readonly userId: string; readonly address: string },
): Promise<Identification> {
  const now = ports.clock.now()
  const { id, userId, address: value } = of
  const identification = { id, userId, type: 'email_address', value, provenBy: 'admin', createdAt: now, updatedAt: now } as const
  await deletePendingIdentificationsFor(scope, value)
  await insertIdentification(scope, identification).catch(refuseTaken)
  return identification
}

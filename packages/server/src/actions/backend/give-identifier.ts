import type { Identifier } from '../../domain/identifiers/identifier.ts'
import type { Identification } from '../../domain/identification.ts'
import { deletePendingIdentificationsFor, insertIdentification, type InstanceScope } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { refuseTaken } from './refuse-taken.ts'

/** Gives a user an identifier on the operator's word, and ends what others were doing to claim it. @throws Refusal `form_identifier_exists` */
export async function giveIdentifier(
  ports: Pick<Ports, 'clock'>,
  scope: InstanceScope,
  of: { readonly id: string; readonly userId: string; readonly identifier: Identifier },
): Promise<Identification> {
  const now = ports.clock.now()
  const { id, userId, identifier } = of
  const identification = { id, userId, ...identifier, provenBy: 'admin', createdAt: now, updatedAt: now } as const
  await deletePendingIdentificationsFor(scope, identifier)
  await insertIdentification(scope, identification).catch(refuseTaken)
  return identification
}

import type { IdentifierName } from '@latchkey/protocol'
import type { Attempt } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { findAttempt, findIdentification, type InstanceScope } from '../../storage/index.ts'

/**
 * An identifier the user is adding. A proven one is refused as proven; an unknown one and someone else's look the same.
 * @throws Refusal `resource_not_found`, `verification_already_verified`
 */
export async function ownPending(
  scope: InstanceScope,
  session: Session,
  type: IdentifierName,
  id: string,
): Promise<Attempt<'identification'>> {
  const attempt = await findAttempt(scope, id, 'identification')
  const isThis = attempt?.state.identifier.type === type
  if (attempt !== null && isThis && attempt.userId === session.userId && attempt.status === 'open') return attempt
  const proven = await findIdentification(scope, id)
  throw new Refusal(proven?.userId === session.userId && proven.type === type ? 'verification_already_verified' : 'resource_not_found')
}

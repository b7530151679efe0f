import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import type { UserView } from '../../domain/user.ts'
import { type InstanceScope, updateUser } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { requireMe } from './require-me.ts'

/**
 * The user of a session, held until the transaction ends: whatever is decided on what is read here is decided on what stays true. A
 * request that changes the account at the same time waits, and then sees what this one has done.
 * @throws Refusal `signed_out`, `authentication_invalid`
 */
export async function holdMe(ports: Pick<Ports, 'clock'>, scope: InstanceScope, session: Session): Promise<UserView> {
  if ((await updateUser(scope, session.userId, {}, ports.clock.now())) === null) throw new Refusal('signed_out')
  return requireMe(ports, scope, session)
}

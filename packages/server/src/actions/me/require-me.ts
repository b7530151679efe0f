import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import type { UserView } from '../../domain/user.ts'
import { standingRefusal } from '../../flows/may-sign-in.ts'
import { findUserView, type InstanceScope } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'

/** The user of a session, while she may be signed in. @throws Refusal `signed_out`, `user_banned`, `user_locked` */
export async function requireMe(ports: Pick<Ports, 'clock'>, scope: InstanceScope, session: Session): Promise<UserView> {
  const view = await findUserView(scope, session.userId)
  if (view === null) throw new Refusal('signed_out')
  const refusal = standingRefusal(view.user, ports.clock.now())
  if (refusal) throw new Refusal('authentication_invalid')
  return view
}

import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import type { UserView } from '../../domain/user.ts'
import { endSession, findSession, listSessions } from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { noteExpired } from '../session/note-expired.ts'
import { requireMe } from './me.ts'

/** The live sessions of the signed-in user, on every device of hers. @throws Refusal `signed_out`, `authentication_invalid` */
export async function listMySessions(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: FrontendCall,
  session: Session,
): Promise<{ readonly user: UserView; readonly sessions: readonly Session[] }> {
  const user = await requireMe(ports, call.scope, session)
  const page = { limit: LIMITS.sessionsPerUser, offset: 0 }
  const sessions = await listSessions(call.scope, { userId: session.userId, status: 'active' }, page)
  return { user, sessions: await noteExpired(ports, call, sessions) }
}

/** Signs another device of the signed-in user out. @throws Refusal `signed_out`, `authentication_invalid`, `resource_not_found` */
export async function revokeMySession(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: FrontendCall,
  session: Session,
  id: string,
): Promise<{ readonly user: UserView; readonly revoked: Session }> {
  const now = ports.clock.now()
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const user = await requireMe(ports, scope, session)
    const target = await findSession(scope, id)
    if (target === null || target.userId !== session.userId) throw new Refusal('resource_not_found')
    const ended = await endSession(scope, id, { to: 'revoked', now })
    const event = { type: 'session.revoked', userId: session.userId, detail: { sessionIds: [id] } } as const
    if (ended) await record(ports, scope, visitorOf(call, session.userId), event)
    return { user, revoked: target.status === 'active' ? { ...target, status: 'revoked', updatedAt: now } : target }
  })
}

import type { SessionBaseJSON } from '@latchkey/protocol'
import type { Session } from '../domain/session.ts'

/**
 * What every form of a session says. Expiry is judged on reading, so that a late janitor shows nobody a dead session as active.
 * @param now epoch milliseconds
 */
export function sessionBaseJson(session: Session, now: number): SessionBaseJSON {
  return {
    object: 'session',
    id: session.id,
    status: session.status === 'active' && session.expireAt <= now ? 'expired' : session.status,
    expire_at: session.expireAt,
    abandon_at: session.abandonAt,
    last_active_at: session.lastActiveAt,
    last_active_organization_id: null,
    actor: null,
    tasks: null,
    created_at: session.createdAt,
    updated_at: session.updatedAt,
  }
}

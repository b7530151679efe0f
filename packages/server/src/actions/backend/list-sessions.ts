import { Refusal } from '../../domain/refusal.ts'
import type { Session, SessionStatus } from '../../domain/session.ts'
import { countSessions, listSessions as list, type Page } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { noteListed } from './note-listed.ts'

/** Which sessions an operator asks for: all that is given must hold. */
export interface ListSessionsRequest {
  readonly client_id?: string | undefined
  readonly user_id?: string | undefined
  readonly status?: string | undefined
}

const kept: readonly SessionStatus[] = ['active', 'ended', 'removed', 'revoked', 'expired', 'replaced']
/** Statuses of the wire that no session here ever has. */
const never: ReadonlySet<string> = new Set(['abandoned', 'pending'])

/** A page of sessions, newest first, and how many there are in all. @throws Refusal `form_param_value_invalid` */
export async function listSessions(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: BackendCall,
  request: ListSessionsRequest,
  page: Page,
): Promise<{ readonly sessions: readonly Session[]; readonly total: number }> {
  const status = kept.find((each) => each === request.status)
  if (request.status !== undefined && status === undefined) {
    if (never.has(request.status)) return { sessions: [], total: 0 }
    throw new Refusal('form_param_value_invalid', { param: 'status' })
  }
  const filter = {
    ...(request.client_id !== undefined && { clientId: request.client_id }),
    ...(request.user_id !== undefined && { userId: request.user_id }),
    ...(status !== undefined && { status, now: ports.clock.now() }),
  }
  const [sessions, total] = await Promise.all([list(call.scope, filter, page), countSessions(call.scope, filter)])
  await noteListed(ports, call, sessions)
  return { sessions, total }
}

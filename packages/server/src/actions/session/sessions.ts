import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import {
  endSession as end,
  endSessionsOfClient,
  findSession,
  type InstanceScope,
  listSessionsOfClient,
  touchSession as touch,
  updateClient,
  updateUser,
} from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { saveClient } from '../client/save-client.ts'
import type { Ports } from '../ports.ts'
import { requireMintable } from './mint-token.ts'

/** Marks a session as the one in use. Never brings an ended one back. @throws Refusal `signed_out`, `resource_not_found` */
export async function touchSession(ports: Pick<Ports, 'storage' | 'clock'>, call: FrontendCall, sessionId: string): Promise<ClientOutcome> {
  const { client, session } = await requireMintable(ports, call, sessionId)
  const now = ports.clock.now()
  await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const activity = { ipAddress: call.caller.ipAddress, userAgent: call.caller.userAgent }
    if (!(await touch(scope, sessionId, { now, activity }))) throw new Refusal('resource_not_found')
    if (client.lastActiveSessionId !== sessionId) {
      // A token that was replaced meanwhile chooses nothing any more.
      if (!(await updateClient(scope, client, { lastActiveSessionId: sessionId }))) throw new Refusal('signed_out')
    }
    // A minute's grain is enough for 'last active' and spares a write on every focus of a tab.
    if (session.lastActiveAt + 60_000 < now) await updateUser(scope, session.userId, { lastActiveAt: now }, now)
  })
  return { client: { ...client, lastActiveSessionId: sessionId }, newToken: null }
}

type EndPorts = Pick<Ports, 'storage' | 'clock' | 'random'>

/**
 * Signs one session of the caller's client out. Ending it twice is no error.
 * @param to `ended` keeps it listed on the client until the next answer, `removed` drops it
 * @throws Refusal `signed_out`, `resource_not_found`
 */
export async function endSession(
  ports: EndPorts,
  call: FrontendCall,
  id: string,
  to: 'ended' | 'removed',
): Promise<{ session: Session } & ClientOutcome> {
  const { client } = call
  if (client === null) throw new Refusal('signed_out')
  const now = ports.clock.now()
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const session = await findSession(scope, id)
    if (session === null || session.clientId !== client.id) throw new Refusal('resource_not_found')
    const ended = await end(scope, id, { to, now })
    if (ended)
      await record(ports, scope, visitorOf(call, session.userId), {
        type: `session.${to}`,
        userId: session.userId,
        detail: { sessionIds: [id] },
      })
    const outcome = await signedOutClient(ports, call, scope)
    return { session: { ...session, status: session.status === 'active' ? to : session.status, updatedAt: now }, ...outcome }
  })
}

/** Signs every session of the caller's client out and forgets the attempts in progress; the client stays. @throws Refusal `signed_out` */
export async function endAllSessions(ports: EndPorts, call: FrontendCall): Promise<ClientOutcome> {
  const { client } = call
  if (client === null) throw new Refusal('signed_out')
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const ended = await endSessionsOfClient(scope, client.id, { to: 'removed', now: ports.clock.now() })
    for (const [userId, sessions] of Map.groupBy(ended, (session) => session.userId)) {
      await record(ports, scope, visitorOf(call, userId), {
        type: 'session.removed',
        userId,
        detail: { sessionIds: sessions.map(({ id }) => id) },
      })
    }
    return signedOutClient(ports, call, scope)
  })
}

async function signedOutClient(ports: EndPorts, call: FrontendCall, scope: InstanceScope): Promise<ClientOutcome> {
  const [left] = await listSessionsOfClient(scope, call.client!.id, { status: 'active' })
  return saveClient(ports, call, scope, null, { lastActiveSessionId: left?.id ?? null, signInId: null, signUpId: null }, 'session_ended')
}

import type { Client } from '../../domain/client.ts'
import type { ClientView } from '../../domain/view.ts'
import { findUserViews, listSessionsOfClient } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { noteExpired } from '../session/note-expired.ts'

/** A client as an operator sees it: its live sessions, without tokens, and of its attempts only the ids. */
export async function clientView(ports: Pick<Ports, 'storage' | 'clock'>, call: BackendCall, client: Client): Promise<ClientView> {
  const live = await noteExpired(ports, call, await listSessionsOfClient(call.scope, client.id, { status: 'active' }))
  const users = await findUserViews(call.scope, [...new Set(live.map((session) => session.userId))])
  const sessions = live.flatMap((session) => {
    const user = users.get(session.userId)
    return user === undefined ? [] : [{ session, user, token: null }]
  })
  return { client, sessions, signIn: null, signUp: null }
}

import { FIRST_PARTY_HEADERS, NO_SESSION } from '@latchkey/protocol'
import type { FrontendCall } from '../../actions/call.ts'
import { currentSessionState, type SessionState, SIGNED_OUT } from '../../actions/session/current-session.ts'
import type { ClientView } from '../../domain/view.ts'
import type { HttpContext } from '../context.ts'
import type { Reply } from './reply.ts'

/**
 * An answer for the server of an application, which keeps the cookies: both tokens and who is signed in travel in headers, and
 * no cookie is set here.
 */
export async function firstPartyReply({ ports }: Pick<HttpContext, 'ports'>, call: FrontendCall, reply: Reply): Promise<Reply> {
  const token = reply.outcome?.newToken ?? null
  const session = reply.session ?? (await stateAfter(ports, call, reply))
  const headers = {
    ...reply.headers,
    ...(token !== null && { [FIRST_PARTY_HEADERS.clientToken]: token }),
    ...(session !== null && { [FIRST_PARTY_HEADERS.session]: session.id ?? NO_SESSION }),
    ...(session !== null && session.token !== null && { [FIRST_PARTY_HEADERS.sessionToken]: session.token }),
  }
  return { ...reply, headers, cookies: [] }
}

/** A page or a redirect after a change, which shows no client; and a browser that has none has no session either. */
async function stateAfter(ports: HttpContext['ports'], call: FrontendCall, { outcome }: Reply): Promise<SessionState | null> {
  if (outcome !== null) return currentSessionState(ports, call, outcome.client)
  return call.client === null ? SIGNED_OUT : null
}

/** A client as an application's own server gets it: who is signed in and her token apart, and no token in what pages can read. */
export function sessionOfView(view: ClientView): { readonly shown: ClientView; readonly session: SessionState } {
  const { client, sessions } = view
  const current = sessions.find(({ session }) => session.id === client.lastActiveSessionId)
  return {
    shown: { ...view, sessions: sessions.map((each) => ({ ...each, token: null })) },
    session: { id: current?.session.id ?? null, token: current?.token ?? null },
  }
}

import { parseJwt, type SessionStateJSON } from '@latchkey/protocol'
import { currentSessionState } from '../../actions/session/current-session-state.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { unchanged } from './enveloped.ts'

/**
 * Who is signed in at a browser, and a fresh token for its session, for the server of its application: asked when the token in
 * the application's cookie is about to end. It changes nothing, so it may be asked by many at once.
 */
export const getSessionState: Handler<FrontendRequest> = async ({ ports }, request) => {
  if (!request.call.firstParty) throw new Refusal('resource_not_found')
  const { client } = unchanged(request)
  const session = await currentSessionState(ports, request.call, client, request.call.mintable)
  return json({ object: 'session_state', session_id: session.id, expires_at: endOf(session.token) } satisfies SessionStateJSON, { session })
}

function endOf(token: string | null): number | null {
  const exp = token === null ? null : parseJwt(token)?.claims.exp
  return typeof exp === 'number' ? exp * 1000 : null
}

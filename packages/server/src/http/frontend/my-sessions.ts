import { listMySessions as list, revokeMySession as revoke } from '../../actions/me/my-sessions.ts'
import { mySessionJson, sessionWithActivityJson } from '../../wire/index.ts'
import type { EndpointHandler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { enveloped, unchanged } from './enveloped.ts'

/** The sessions of the signed-in user, each with whose it is. */
export const listMySessions: EndpointHandler<'frontend/list-my-sessions'> = async ({ ports }, { call, session }) => {
  const { user, sessions } = await list(ports, call, session)
  return json(sessions.map((one) => mySessionJson(one, user, ports.clock.now())))
}

/** The devices the signed-in user is signed in on. */
export const listMyActiveSessions: EndpointHandler<'frontend/list-my-active-sessions'> = async ({ ports }, { call, session }) => {
  const { sessions } = await list(ports, call, session)
  return json(sessions.map((one) => sessionWithActivityJson(one, ports.clock.now())))
}

/** Signs another device of the signed-in user out. */
export const revokeMySession: EndpointHandler<'frontend/revoke-my-session'> = async (context, request) => {
  const { user, revoked } = await revoke(context.ports, request.call, request.session, request.params.session_id)
  return enveloped(context, request, unchanged(request), ({ now }) => mySessionJson(revoked, user, now))
}

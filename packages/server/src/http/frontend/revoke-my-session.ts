import { revokeMySession as revoke } from '../../actions/me/my-sessions.ts'
import { mySessionJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { enveloped, unchanged } from './enveloped.ts'

/** Signs another device of the signed-in user out. */
export const revokeMySession: Handler<SessionRequest> = async (context, request) => {
  const { user, revoked } = await revoke(context.ports, request.call, request.session, request.params.session_id!)
  return enveloped(context, request, unchanged(request), ({ now }) => mySessionJson(revoked, user, now))
}

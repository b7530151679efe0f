import type { Envelope, SessionJSON } from '@latchkey/protocol'
import type { ClientOutcome } from '../../actions/call.ts'
import { loadClientView } from '../../actions/client/load-client-view.ts'
import { endAllSessions, endSession as end, touchSession as touch } from '../../actions/session/sessions.ts'
import { mintSessionTokenFor } from '../../actions/session/mint-token.ts'
import { Refusal } from '../../domain/refusal.ts'
import { sessionJson, sessionWithActivityJson, tokenJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import type { EndpointHandler, FrontendRequest } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { enveloped, type Shown, unchanged } from './enveloped.ts'

/** A live session of this browser. */
export const getSession: EndpointHandler<'frontend/get-session'> = async (context, request) =>
  sessionReply(context, request, unchanged(request), request.params.session_id)

/** Makes a session the one in use. */
export const touchSession: EndpointHandler<'frontend/touch-session'> = async (context, request) => {
  const id = request.params.session_id
  return sessionReply(context, request, await touch(context.ports, request.call, id), id)
}

/** Signs one session out; `removed` is what 'sign out of this account' asks for, `ended` what 'sign out' did in older SDKs. */
const ending =
  (to: 'ended' | 'removed'): EndpointHandler<'frontend/end-session' | 'frontend/remove-session'> =>
  async (context, request) => {
    const before = await loadClientView(context.ports, request.call, unchanged(request).client)
    const { session, ...outcome } = await end(context.ports, request.call, request.params.session_id, to)
    const user = before.sessions.find((one) => one.session.id === session.id)?.user
    return enveloped(context, request, outcome, ({ now }) =>
      user === undefined ? sessionWithActivityJson(session, now) : sessionJson({ session, user, token: null }, now),
    )
  }

/** Signs one session out of this browser. */
export const endSession = ending('ended')

/** Signs one session out of this browser and forgets it. */
export const removeSession = ending('removed')

/** Signs everybody out of this browser. The client stays, empty, under a new token. */
export const deleteSessions: EndpointHandler<'frontend/delete-sessions'> = async (context, request) =>
  enveloped(context, request, await endAllSessions(context.ports, request.call), ({ client }) => client)

/** A fresh 60-second token for a session of this browser: the request that SDKs send most. */
export const createToken: EndpointHandler<'frontend/create-token'> = async ({ ports }, { call, params }) =>
  json(tokenJson(await mintSessionTokenFor(ports, call, params.session_id)))

/** An answer with a live session of the client and a fresh token for it. @throws Refusal `resource_not_found` */
async function sessionReply(
  context: HttpContext,
  request: Pick<FrontendRequest, 'call'>,
  outcome: ClientOutcome,
  id: string,
): Promise<Reply<Envelope<SessionJSON>>> {
  const find = ({ client }: Shown) => {
    const session = client.sessions.find((one) => one.id === id)
    if (session === undefined) throw new Refusal('resource_not_found')
    return session
  }
  return enveloped(context, request, outcome, find, id)
}

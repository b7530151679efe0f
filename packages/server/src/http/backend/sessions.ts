import type { BackendSessionJSON, CookiesJSON, TokenJSON } from '@latchkey/protocol'
import { z } from 'zod'
import {
  createSession as create,
  createSessionToken as createToken,
  getSession as get,
  listSessions as list,
  revokeSession as revoke,
} from '../../actions/backend/sessions.ts'
import { refreshSession as refresh } from '../../actions/backend/refresh-session.ts'
import type { Session } from '../../domain/session.ts'
import { backendSessionJson, tokenJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { type EndpointHandler, taking } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { text, unkept } from '../request/parse-fields.ts'
import { listReply, pageParam, pageParams, refuseOthers, textParam } from './query.ts'

const createSessionFields = z.object({ user_id: text, active_organization_id: unkept })

/** A session for a user without a sign-in, for tests. */
export const createSession = taking('backend/create-session', createSessionFields, async (context, { call }, given) =>
  sessionReply(context, await create(context.ports, call, given.user_id)),
)

/** One session, ended ones too. */
export const getSession: EndpointHandler<'backend/get-session'> = async (context, { call, params }) =>
  sessionReply(context, await get(context.ports, call, params.session_id))

/** A page of sessions, newest first. */
export const listSessions: EndpointHandler<'backend/list-sessions'> = async ({ ports }, { call, query }) => {
  refuseOthers(query, [...pageParams, 'client_id', 'user_id', 'status'])
  const wanted = { client_id: textParam(query, 'client_id'), user_id: textParam(query, 'user_id'), status: textParam(query, 'status') }
  const { sessions, total } = await list(ports, call, wanted, pageParam(query))
  return listReply(
    query,
    sessions.map((session) => backendSessionJson(session, ports.clock.now())),
    total,
  )
}

const refreshSessionFields = z.object({
  expired_token: text,
  refresh_token: text,
  request_origin: text,
  format: z.enum(['token', 'cookie']).nullish(),
})

/** Exchanges an expired token for a fresh one, as it is or as the cookies to set. */
export const refreshSession = taking('backend/refresh-session', refreshSessionFields, async ({ ports }, { call, params }, given) => {
  const { format, ...request } = given
  const { token, cookies } = await refresh(ports, call, params.session_id, request)
  return json<TokenJSON | CookiesJSON>(format === 'cookie' ? { object: 'cookies', cookies } : tokenJson(token))
})

/** Ends a session. */
export const revokeSession: EndpointHandler<'backend/revoke-session'> = async (context, { call, params }) =>
  sessionReply(context, await revoke(context.ports, call, params.session_id))

const createSessionTokenFields = z.object({ expires_in_seconds: z.int().nullish() })

/** A token for a live session. */
export const createSessionToken = taking(
  'backend/create-session-token',
  createSessionTokenFields,
  async ({ ports }, { call, params }, { expires_in_seconds: seconds = null }) =>
    json(tokenJson(await createToken(ports, call, params.session_id, seconds))),
)

/** A session as the answer. */
function sessionReply({ ports }: HttpContext, session: Session): Reply<BackendSessionJSON> {
  return json(backendSessionJson(session, ports.clock.now()))
}

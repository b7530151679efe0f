import { requireMe } from '../../actions/me/require-me.ts'
import { userJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** The addresses of the signed-in user, proven ones first. */
export const listMyEmailAddresses: Handler<SessionRequest> = async ({ ports }, { call, session }) =>
  json(userJson(await requireMe(ports, call.scope, session), ports.clock.now()).email_addresses)

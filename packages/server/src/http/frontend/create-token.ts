import { mintSessionTokenFor } from '../../actions/session/mint-session-token.ts'
import { tokenJson } from '../../wire/index.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** A fresh 60-second token for a session of this browser: the request that SDKs send most. */
export const createToken: Handler<FrontendRequest> = async ({ ports }, { call, params }) =>
  json(tokenJson(await mintSessionTokenFor(ports, call, params.session_id!)))

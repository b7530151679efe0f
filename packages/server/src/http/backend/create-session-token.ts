import { z } from 'zod'
import { createSessionToken as create } from '../../actions/backend/create-session-token.ts'
import { tokenJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { parseFields } from '../request/parse-fields.ts'

const fields = z.object({ expires_in_seconds: z.int().nullish() })

/** A token for a live session. */
export const createSessionToken: Handler<BackendRequest> = async ({ ports }, { call, params, body }) => {
  const { expires_in_seconds: seconds = null } = parseFields(fields, body)
  return json(tokenJson(await create(ports, call, params.session_id!, seconds)))
}

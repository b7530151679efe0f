import { z } from 'zod'
import { createSession as create } from '../../actions/backend/create-session.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { parseFields, text, unkept } from '../request/parse-fields.ts'
import { sessionReply } from './session-reply.ts'

const fields = z.object({ user_id: text, active_organization_id: unkept })

/** A session for a user without a sign-in, for tests. */
export const createSession: Handler<BackendRequest> = async (context, { call, body }) =>
  sessionReply(context, await create(context.ports, call, parseFields(fields, body).user_id))

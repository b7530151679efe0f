import type { CookiesJSON } from '@latchkey/protocol'
import { z } from 'zod'
import { refreshSession as refresh } from '../../actions/backend/refresh-session.ts'
import { tokenJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { parseFields, text } from '../request/parse-fields.ts'

const fields = z.object({ expired_token: text, refresh_token: text, request_origin: text, format: z.enum(['token', 'cookie']).nullish() })

/** Exchanges an expired token for a fresh one, as it is or as the cookies to set. */
export const refreshSession: Handler<BackendRequest> = async ({ ports }, { call, params, body }) => {
  const { format, ...request } = parseFields(fields, body)
  const { token, cookies } = await refresh(ports, call, params.session_id!, request)
  return json(format === 'cookie' ? ({ object: 'cookies', cookies } satisfies CookiesJSON) : tokenJson(token))
}

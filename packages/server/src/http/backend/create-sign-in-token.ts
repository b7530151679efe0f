import { z } from 'zod'
import { createSignInToken as create } from '../../actions/backend/create-sign-in-token.ts'
import { signInTokenJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { parseFields, text, unkept } from '../request/parse-fields.ts'

const fields = z.object({ user_id: text, org_id: unkept, expires_in_seconds: z.int().nullish() })

/** A token that signs its user in once. */
export const createSignInToken: Handler<BackendRequest> = async ({ ports }, { call, body }) =>
  json(signInTokenJson(await create(ports, call, parseFields(fields, body))))

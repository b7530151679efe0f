import { z } from 'zod'
import { verifyClient as verify } from '../../actions/backend/verify-client.ts'
import { backendClientJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { parseFields, text } from '../request/parse-fields.ts'

const fields = z.object({ token: text })

/** The client of a client token. */
export const verifyClient: Handler<BackendRequest> = async ({ ports }, { call, body }) =>
  json(backendClientJson(await verify(ports, call, parseFields(fields, body).token), ports.clock.now()))

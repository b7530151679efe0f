import { environmentJson } from '../../wire/index.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** The public configuration of the instance, which every SDK loads first. */
export const getEnvironment: Handler<FrontendRequest> = async (_context, { call }) =>
  json(environmentJson(call.instance, { frontendApi: call.base }))

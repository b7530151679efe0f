import { environmentJson } from '../../wire/index.ts'
import type { EndpointHandler } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { aboutMe } from './enveloped.ts'

/** The public configuration of the instance, which every SDK loads first. */
export const getEnvironment: EndpointHandler<'frontend/get-environment'> = async (_context, { call }) =>
  json(environmentJson(call.instance, { frontendApi: call.base }))

/** A list with nothing in it: there are no organizations yet, and the prebuilt profile asks for them. */
export const emptyList: EndpointHandler<'frontend/list-my-organization-memberships'> = async (context, request) =>
  aboutMe(context, request, () => ({ data: [], total_count: 0 }))

import { z } from 'zod'
import { updateUserMetadata as update } from '../../actions/backend/update-user-metadata.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { parseFields } from '../request/parse-fields.ts'
import { metadataFields } from './fields.ts'
import { userReply } from './user-reply.ts'

const fields = z.object(metadataFields)

/** Merges into a user's metadata, deeply. */
export const updateUserMetadata: Handler<BackendRequest> = async (context, { call, params, body }) =>
  userReply(context, await update(context.ports, call, params.user_id!, parseFields(fields, body), 'merge'))

/** Replaces a user's metadata, each given field as a whole. */
export const replaceUserMetadata: Handler<BackendRequest> = async (context, { call, params, body }) =>
  userReply(context, await update(context.ports, call, params.user_id!, parseFields(fields, body), 'replace'))

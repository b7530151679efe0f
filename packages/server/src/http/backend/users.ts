import type { BackendUserJSON, QueryOf } from '@latchkey/protocol'
import { z } from 'zod'
import { banUser as ban, lockUser as lock, unbanUser as unban, unlockUser as unlock } from '../../actions/backend/user-state.ts'
import { createUser as create } from '../../actions/backend/create-user.ts'
import { deleteUser as remove, updateUser as update, updateUserMetadata as updateMetadata } from '../../actions/backend/update-user.ts'
import { countUsers as count, type FindUsersRequest, listUsers as list } from '../../actions/backend/list-users.ts'
import { requireUser } from '../../actions/backend/change-user.ts'
import type { UserView } from '../../domain/user.ts'
import { backendUserJson, deletedJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { type EndpointHandler, type Query, taking } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { clearable, moot, unkept } from '../request/parse-fields.ts'
import { maybe, metadataFields, userFields } from './fields.ts'
import { flagParam, listParam, numberParam, pageParam, refuseOthers, textParam } from './query.ts'

const createUserFields = z.object({
  ...userFields,
  email_address: z.array(z.string()).nullish(),
  email_address_identification_status: z.array(z.string()).nullish(),
  phone_number_identification_status: unkept,
  skip_password_requirement: moot,
  skip_user_requirement: maybe,
  banned: maybe,
  locked: maybe,
})

/** Makes a user with her addresses. */
export const createUser = taking('backend/create-user', createUserFields, async (context, { call }, given) =>
  userReply(context, await create(context.ports, call, given)),
)

/** One user. */
export const getUser: EndpointHandler<'backend/get-user'> = async (context, { call, params }) =>
  userReply(context, await requireUser(call.scope, params.user_id))

/** A page of users. How many there are in all is asked separately. */
export const listUsers: EndpointHandler<'backend/list-users'> = async ({ ports }, { call, query }) => {
  const wanted = findUsersRequest(query)
  const page = { ...pageParam(query), order: textParam(query, 'order_by'), startingAfter: textParam(query, 'starting_after') }
  const now = ports.clock.now()
  const users = await list(ports, call, wanted, page)
  return json(users.map((user) => backendUserJson(user, now)))
}

/** How many users a filter finds. */
export const countUsers: EndpointHandler<'backend/count-users'> = async ({ ports }, { call, query }) =>
  json({ object: 'total_count', total_count: await count(ports, call, findUsersRequest(query)) })

const updateUserFields = z.object({
  ...userFields,
  primary_email_address_id: clearable,
  notify_primary_email_address_changed: maybe,
  primary_phone_number_id: unkept,
  primary_web3_wallet_id: unkept,
  profile_image_id: unkept,
  // It goes with a new password.
  sign_out_of_other_sessions: unkept,
})

/** Changes a user. */
export const updateUser = taking('backend/update-user', updateUserFields, async (context, { call, params }, given) =>
  userReply(context, await update(context.ports, call, params.user_id, given)),
)

const updateUserMetadataFields = z.object(metadataFields)

/** Merges into a user's metadata, deeply. */
export const updateUserMetadata = taking(
  'backend/update-user-metadata',
  updateUserMetadataFields,
  async (context, { call, params }, given) => userReply(context, await updateMetadata(context.ports, call, params.user_id, given, 'merge')),
)

/** Replaces a user's metadata, each given field as a whole. */
export const replaceUserMetadata = taking(
  'backend/replace-user-metadata',
  updateUserMetadataFields,
  async (context, { call, params }, given) =>
    userReply(context, await updateMetadata(context.ports, call, params.user_id, given, 'replace')),
)

/** Bans a user and ends her sessions. */
export const banUser: EndpointHandler<'backend/ban-user'> = async (context, { call, params }) =>
  userReply(context, await ban(context.ports, call, params.user_id))

/** Takes a ban back. */
export const unbanUser: EndpointHandler<'backend/unban-user'> = async (context, { call, params }) =>
  userReply(context, await unban(context.ports, call, params.user_id))

/** Locks a user until she is unlocked. */
export const lockUser: EndpointHandler<'backend/lock-user'> = async (context, { call, params }) =>
  userReply(context, await lock(context.ports, call, params.user_id))

/** Unlocks a user. */
export const unlockUser: EndpointHandler<'backend/unlock-user'> = async (context, { call, params }) =>
  userReply(context, await unlock(context.ports, call, params.user_id))

/** Deletes a user with all that is hers. */
export const deleteUser: EndpointHandler<'backend/delete-user'> = async ({ ports }, { call, params }) => {
  await remove(ports, call, params.user_id)
  return json(deletedJson('user', params.user_id))
}

const lists = ['email_address', 'username', 'user_id', 'external_id', 'organization_id'] as const
const texts = ['query', 'email_address_query', 'username_query', 'name_query'] as const
const flags = ['banned', 'locked'] as const
const numbers = [
  'last_active_at_before',
  'last_active_at_after',
  'last_active_at_since',
  'created_at_before',
  'created_at_after',
  'last_sign_in_at_before',
  'last_sign_in_at_after',
] as const
const nowhere = ['phone_number', 'web3_wallet', 'phone_number_query', 'provider', 'provider_user_id'] as const
/** SDKs send these along with a count as well, which they do not change. */
const page = ['limit', 'offset', 'order_by', 'starting_after'] as const

/** The filter of users that a query asks for. @throws Refusal `form_param_value_invalid`, `form_param_unknown` */
function findUsersRequest(query: Query<keyof QueryOf<'backend/list-users'>>): FindUsersRequest {
  refuseOthers(query, [...lists, ...texts, ...flags, ...numbers, ...nowhere, ...page])
  return {
    ...each(lists, (name) => listParam(query, name)),
    ...each(texts, (name) => textParam(query, name)),
    ...each(flags, (name) => flagParam(query, name)),
    ...each(numbers, (name) => numberParam(query, name)),
    nowhere: nowhere.filter((name) => listParam(query, name).length > 0),
  }
}

function each<Name extends string, Value>(names: readonly Name[], read: (name: Name) => Value): { [Each in Name]: Value } {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as { [Each in Name]: Value }
}

/** A user as the answer. */
function userReply({ ports }: HttpContext, view: UserView): Reply<BackendUserJSON> {
  return json(backendUserJson(view, ports.clock.now()))
}

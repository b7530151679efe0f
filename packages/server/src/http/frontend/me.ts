import { z } from 'zod'
import { deleteMe as remove, updateMe as update, updateMyMetadata as updateMetadata } from '../../actions/me/me.ts'
import { deletedJson, userJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { clearable, metadata, parseFields, text, unkept } from '../request/parse-fields.ts'
import { aboutMe, enveloped } from './enveloped.ts'

/** The signed-in user. */
export const getMe: Handler<SessionRequest> = async (context, request) => aboutMe(context, request, (me, { now }) => userJson(me, now))

const fields = z.object({
  first_name: clearable,
  last_name: clearable,
  primary_email_address_id: text,
  unsafe_metadata: metadata,
  username: unkept,
  primary_phone_number_id: unkept,
  primary_web3_wallet_id: unkept,
})

/** Changes the signed-in user's own profile. */
export const updateMe: Handler<SessionRequest> = async (context, request) => {
  await update(context.ports, request.call, request.session, parseFields(fields, request.body))
  return aboutMe(context, request, (me, { now }) => userJson(me, now))
}

/** Merges into what the user may write about herself. */
export const updateMyMetadata: Handler<SessionRequest> = async (context, request) => {
  await updateMetadata(context.ports, request.call, request.session, request.body.unsafe_metadata)
  return aboutMe(context, request, (me, { now }) => userJson(me, now))
}

/** Deletes the signed-in user, and signs her out with that. */
export const deleteMe: Handler<SessionRequest> = async (context, request) => {
  const outcome = await remove(context.ports, request.call, request.session)
  return enveloped(context, request, outcome, () => deletedJson('user', request.session.userId))
}

import { z } from 'zod'
import { deleteMe as remove, updateMe as update, updateMyMetadata as updateMetadata } from '../../actions/me/me.ts'
import { deletedJson, userJson } from '../../wire/index.ts'
import { type EndpointHandler, taking } from '../handler.ts'
import { clearable, judgedLater, metadata, text, unkept } from '../request/parse-fields.ts'
import { aboutMe, enveloped } from './enveloped.ts'

/** The signed-in user. */
export const getMe: EndpointHandler<'frontend/get-me'> = async (context, request) =>
  aboutMe(context, request, (me, { now }) => userJson(me, now))

const fields = z.object({
  first_name: clearable,
  last_name: clearable,
  primary_email_address_id: text,
  unsafe_metadata: metadata,
  username: clearable,
  primary_phone_number_id: unkept,
  primary_web3_wallet_id: unkept,
})

/** Changes the signed-in user's own profile. */
export const updateMe = taking('frontend/update-me', fields, async (context, request, given) => {
  await update(context.ports, request.call, request.session, given)
  return aboutMe(context, request, (me, { now }) => userJson(me, now))
})

const metadataFields = z.object({ unsafe_metadata: judgedLater({ type: ['object', 'string'] }) })

/** Merges into what the user may write about herself. */
export const updateMyMetadata = taking('frontend/update-my-metadata', metadataFields, async (context, request, given) => {
  await updateMetadata(context.ports, request.call, request.session, given.unsafe_metadata)
  return aboutMe(context, request, (me, { now }) => userJson(me, now))
})

/** Deletes the signed-in user, and signs her out with that. */
export const deleteMe: EndpointHandler<'frontend/delete-me'> = async (context, request) => {
  const outcome = await remove(context.ports, request.call, request.session)
  return enveloped(context, request, outcome, () => deletedJson('user', request.session.userId))
}

import { z } from 'zod'
import { updateMe as update } from '../../actions/me/update-me.ts'
import { userJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { clearable, metadata, parseFields, text, unkept } from '../request/parse-fields.ts'
import { aboutMe } from './enveloped.ts'

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

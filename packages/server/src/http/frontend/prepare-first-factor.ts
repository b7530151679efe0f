import { z } from 'zod'
import { prepareFirstFactor as prepare } from '../../actions/sign-in/prepare-first-factor.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { parseFields, text } from '../request/parse-fields.ts'
import { signInReply } from './sign-in-reply.ts'

const fields = z.object({ strategy: text, email_address_id: text, redirect_url: text })

/** Sends what the first factor will be proven by. */
export const prepareFirstFactor: Handler<FrontendRequest> = async (context, request) => {
  const id = request.params.sign_in_id!
  const outcome = await prepare(context.ports, request.call, id, parseFields(fields, request.body))
  return signInReply(context, request, outcome, id)
}

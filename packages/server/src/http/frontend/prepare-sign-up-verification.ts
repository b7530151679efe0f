import { z } from 'zod'
import { prepareSignUpVerification as prepare } from '../../actions/sign-up/prepare-verification.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { parseFields, text } from '../request/parse-fields.ts'
import { signUpReply } from './sign-up-reply.ts'

const fields = z.object({ strategy: text, redirect_url: text })

/** Sends what a sign-up's address will be proven by. */
export const prepareSignUpVerification: Handler<FrontendRequest> = async (context, request) => {
  const id = request.params.sign_up_id!
  const outcome = await prepare(context.ports, request.call, id, parseFields(fields, request.body))
  return signUpReply(context, request, outcome, id)
}

import { updateSignUp as update } from '../../actions/sign-up/update-sign-up.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { parseFields } from '../request/parse-fields.ts'
import { signUpFields } from './sign-up-fields.ts'
import { signUpReply } from './sign-up-reply.ts'

/** Takes further or changed fields of a sign-up. */
export const updateSignUp: Handler<FrontendRequest> = async (context, request) => {
  const id = request.params.sign_up_id!
  const outcome = await update(context.ports, request.call, id, parseFields(signUpFields, request.body))
  return signUpReply(context, request, outcome, id)
}

import { attemptSignUpVerification as attempt } from '../../actions/sign-up/attempt-verification.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { signUpReply } from './sign-up-reply.ts'

/** Judges the proof of a sign-up's address. The strategy reads it out of the body itself. */
export const attemptSignUpVerification: Handler<FrontendRequest> = async (context, request) => {
  const id = request.params.sign_up_id!
  const outcome = await attempt(context.ports, request.call, id, request.body)
  return signUpReply(context, request, outcome, id)
}

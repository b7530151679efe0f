import { attemptFirstFactor as attempt } from '../../actions/sign-in/attempt-first-factor.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { signInReply } from './sign-in-reply.ts'

/** Judges the first factor. The strategy reads its proof out of the body itself. */
export const attemptFirstFactor: Handler<FrontendRequest> = async (context, request) => {
  const id = request.params.sign_in_id!
  const outcome = await attempt(context.ports, request.call, id, request.body)
  return signInReply(context, request, outcome, id)
}

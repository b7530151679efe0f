import type { FrontendRequest, Handler } from '../handler.ts'
import { unchanged } from './enveloped.ts'
import { signUpReply } from './sign-up-reply.ts'

/** A sign-up of this browser. */
export const getSignUp: Handler<FrontendRequest> = async (context, request) =>
  signUpReply(context, request, unchanged(request), request.params.sign_up_id!)

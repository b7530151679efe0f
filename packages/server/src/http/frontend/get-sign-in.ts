import type { FrontendRequest, Handler } from '../handler.ts'
import { unchanged } from './enveloped.ts'
import { signInReply } from './sign-in-reply.ts'

/** A sign-in of this browser. The tab that waits for a link asks every second. */
export const getSignIn: Handler<FrontendRequest> = async (context, request) =>
  signInReply(context, request, unchanged(request), request.params.sign_in_id!)

import { createSignUp as create } from '../../actions/sign-up/create-sign-up.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { parseFields } from '../request/parse-fields.ts'
import { signUpFields } from './sign-up-fields.ts'
import { signUpReply } from './sign-up-reply.ts'

/** Begins a sign-up. */
export const createSignUp: Handler<FrontendRequest> = async (context, request) => {
  const { signUpId, ...outcome } = await create(context.ports, request.call, parseFields(signUpFields, request.body))
  return signUpReply(context, request, outcome, signUpId)
}

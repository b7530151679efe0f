import { z } from 'zod'
import { createSignIn as create } from '../../actions/sign-in/create-sign-in.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { parseFields, text } from '../request/parse-fields.ts'
import { signInReply } from './sign-in-reply.ts'

/** The proof a credential carries has whatever name its strategy gives it, so other fields pass; strategies judge them. */
const fields = z.looseObject({ identifier: text, strategy: text, redirect_url: text })

/** Begins a sign-in. */
export const createSignIn: Handler<FrontendRequest> = async (context, request) => {
  const { signInId, ...outcome } = await create(context.ports, request.call, parseFields(fields, request.body))
  return signInReply(context, request, outcome, signInId)
}

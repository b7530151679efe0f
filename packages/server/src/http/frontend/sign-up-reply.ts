import type { ClientOutcome } from '../../actions/call.ts'
import { loadSignUpView } from '../../actions/sign-up/load-sign-up-view.ts'
import { Refusal } from '../../domain/refusal.ts'
import { signUpJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import type { FrontendRequest } from '../handler.ts'
import type { Reply } from '../reply/reply.ts'
import { enveloped } from './enveloped.ts'

/** An answer with one of the client's sign-ups, mostly the one in progress. @throws Refusal `resource_not_found` */
export async function signUpReply(context: HttpContext, request: FrontendRequest, outcome: ClientOutcome, id: string): Promise<Reply> {
  return enveloped(context, request, outcome, async ({ client, now }) => {
    if (client.sign_up?.id === id) return client.sign_up
    const view = await loadSignUpView(context.ports, request.call, id, outcome.client.id)
    if (view === null) throw new Refusal('resource_not_found')
    return signUpJson(view, now)
  })
}

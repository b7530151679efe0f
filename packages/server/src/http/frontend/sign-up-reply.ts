import type { ClientOutcome } from '../../actions/call.ts'
import { loadSignUpView } from '../../actions/sign-up/load-sign-up-view.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SignUpView } from '../../domain/view.ts'
import { envelope, signUpJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import type { FrontendRequest } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { enveloped } from './enveloped.ts'

/** An answer with one of the client's sign-ups, mostly the one in progress. @throws Refusal `resource_not_found` */
export async function signUpReply(context: HttpContext, request: FrontendRequest, outcome: ClientOutcome, id: string): Promise<Reply> {
  if (request.call.proof === 'outgrown')
    return json(envelope(signUpJson(await loaded(context, request, id, outcome), context.ports.clock.now()), null))
  return enveloped(context, request, outcome, async ({ client, now }) => {
    if (client.sign_up?.id === id) return client.sign_up
    return signUpJson(await loaded(context, request, id, outcome), now)
  })
}

async function loaded({ ports }: HttpContext, { call }: FrontendRequest, id: string, { client }: ClientOutcome): Promise<SignUpView> {
  const view = await loadSignUpView(ports, call, id, client.id)
  if (view === null) throw new Refusal('resource_not_found')
  return view
}

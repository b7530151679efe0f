import type { ClientOutcome } from '../../actions/call.ts'
import { loadSignInView } from '../../actions/sign-in/load-sign-in-view.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SignInView } from '../../domain/view.ts'
import { envelope, signInJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import type { FrontendRequest } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { enveloped } from './enveloped.ts'

/** An answer with one of the client's sign-ins, mostly the one in progress. @throws Refusal `resource_not_found` */
export async function signInReply(context: HttpContext, request: FrontendRequest, outcome: ClientOutcome, id: string): Promise<Reply> {
  if (request.call.proof === 'outgrown')
    return json(envelope(signInJson(await loaded(context, request, id, outcome), context.ports.clock.now()), null))
  return enveloped(context, request, outcome, async ({ client, now }) => {
    if (client.sign_in?.id === id) return client.sign_in
    return signInJson(await loaded(context, request, id, outcome), now)
  })
}

async function loaded({ ports }: HttpContext, { call }: FrontendRequest, id: string, { client }: ClientOutcome): Promise<SignInView> {
  const view = await loadSignInView(ports, call, id, client.id)
  if (view === null) throw new Refusal('resource_not_found')
  return view
}

import type { ClientOutcome } from '../../actions/call.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import type { FrontendRequest } from '../handler.ts'
import type { Reply } from '../reply/reply.ts'
import { enveloped } from './enveloped.ts'

/** An answer with a live session of the client and a fresh token for it. @throws Refusal `resource_not_found` */
export async function sessionReply(context: HttpContext, request: FrontendRequest, outcome: ClientOutcome, id: string): Promise<Reply> {
  const find = ({ client }: { readonly client: { readonly sessions: readonly { readonly id: string }[] } }) => {
    const session = client.sessions.find((one) => one.id === id)
    if (session === undefined) throw new Refusal('resource_not_found')
    return session
  }
  return enveloped(context, request, outcome, find, id)
}

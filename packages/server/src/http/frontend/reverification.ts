import type { Envelope, SessionReverificationJSON } from '@latchkey/protocol'
import { z } from 'zod'
import type { ClientOutcome } from '../../actions/call.ts'
import {
  attemptReverification,
  loadReverification,
  prepareReverification,
  startReverification as start,
} from '../../actions/session/reverification.ts'
import { Refusal } from '../../domain/refusal.ts'
import { sessionReverificationJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { type FrontendRequest, taking } from '../handler.ts'
import type { Reply } from '../reply/reply.ts'
import { proofFields, text } from '../request/parse-fields.ts'
import { enveloped } from './enveloped.ts'
import { prepareFields } from './sign-ins.ts'

/** Asks a signed-in user once more who they are. */
export const startReverification = taking('frontend/start-reverification', z.object({ level: text }), async (context, request, given) =>
  reverificationReply(context, request, await start(context.ports, request.call, request.params.session_id, given.level)),
)

/** Sends what the first factor will be proven by. */
export const prepareReverificationFirstFactor = taking(
  'frontend/prepare-reverification-first-factor',
  prepareFields,
  async (context, request, given) => {
    const id = request.params.session_id
    return reverificationReply(context, request, await prepareReverification(context.ports, request.call, id, 'first_factor', given))
  },
)

/** Judges the first factor. The strategy reads its proof out of the body itself. */
export const attemptReverificationFirstFactor = taking(
  'frontend/attempt-reverification-first-factor',
  proofFields,
  async (context, request) => {
    const id = request.params.session_id
    return reverificationReply(context, request, await attemptReverification(context.ports, request.call, id, 'first_factor', request.body))
  },
)

/** Issues what the second factor will be proven by. */
export const prepareReverificationSecondFactor = taking(
  'frontend/prepare-reverification-second-factor',
  prepareFields,
  async (context, request, given) => {
    const id = request.params.session_id
    return reverificationReply(context, request, await prepareReverification(context.ports, request.call, id, 'second_factor', given))
  },
)

/** Judges the second factor. The strategy reads its proof out of the body itself. */
export const attemptReverificationSecondFactor = taking(
  'frontend/attempt-reverification-second-factor',
  proofFields,
  async (context, request) => {
    const id = request.params.session_id
    return reverificationReply(
      context,
      request,
      await attemptReverification(context.ports, request.call, id, 'second_factor', request.body),
    )
  },
)

/** The question as it stands now, with a fresh token of its session: whoever asked wants to know how long ago a factor was proven. */
async function reverificationReply(
  context: HttpContext,
  request: Pick<FrontendRequest, 'call'> & { readonly params: { readonly session_id: string } },
  outcome: ClientOutcome,
): Promise<Reply<Envelope<SessionReverificationJSON>>> {
  const id = request.params.session_id
  return enveloped(
    context,
    request,
    outcome,
    async ({ view, client, now }) => {
      const own = view.sessions.find(({ session }) => session.id === id)
      const shown = client.sessions.find((session) => session.id === id)
      if (own === undefined || shown === undefined) throw new Refusal('signed_out')
      return sessionReverificationJson(await loadReverification(context.ports, request.call, own.session), shown, now)
    },
    id,
  )
}

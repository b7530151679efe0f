import { loadClientView } from '../../actions/client/load-client-view.ts'
import { endSession as end } from '../../actions/session/end-session.ts'
import { sessionJson, sessionWithActivityJson } from '../../wire/index.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { enveloped, unchanged } from './enveloped.ts'

/** Signs one session out; `removed` is what 'sign out of this account' asks for, `ended` what 'sign out' did in older SDKs. */
const ending =
  (to: 'ended' | 'removed'): Handler<FrontendRequest> =>
  async (context, request) => {
    const before = await loadClientView(context.ports, request.call, unchanged(request).client)
    const { session, ...outcome } = await end(context.ports, request.call, request.params.session_id!, to)
    const user = before.sessions.find((one) => one.session.id === session.id)?.user
    return enveloped(context, request, outcome, ({ now }) =>
      user === undefined ? sessionWithActivityJson(session, now) : sessionJson({ session, user, token: null }, now),
    )
  }

/** Signs one session out of this browser. */
export const endSession = ending('ended')

/** Signs one session out of this browser and forgets it. */
export const removeSession = ending('removed')

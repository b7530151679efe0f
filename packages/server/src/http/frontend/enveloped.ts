import type { ClientJSON, Envelope } from '@latchkey/protocol'
import type { ClientOutcome } from '../../actions/call.ts'
import { loadClientView } from '../../actions/client/load-client-view.ts'
import type { UserView } from '../../domain/user.ts'
import type { ClientView } from '../../domain/view.ts'
import { Refusal } from '../../domain/refusal.ts'
import { clientJson, envelope } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import type { FrontendRequest, SessionRequest } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { sessionOfView } from '../reply/first-party-reply.ts'

/** What a handler may choose its resource from: the client as it is now, as domain objects and as JSON. */
export interface Shown {
  readonly view: ClientView
  readonly client: ClientJSON
  /** Epoch milliseconds of the answer. */
  readonly now: number
}

/**
 * An answer with the client around it. The resource is taken from the client's own view where it is in there, so that
 * nothing is read twice. The token of the active session rides along: the SDKs take a client without one for signed out
 * until they have asked for it.
 * @param mintFor the session whose token rides along, the client's last active one unless said otherwise
 */
export async function enveloped<Response>(
  { ports }: HttpContext,
  { call }: Pick<FrontendRequest, 'call'>,
  outcome: ClientOutcome,
  pick: (shown: Shown) => Response | Promise<Response>,
  mintFor: string | null = outcome.client.lastActiveSessionId,
): Promise<Reply<Envelope<Response>>> {
  // The cookie of an application holds the token of the session in use, whichever one was asked for.
  const minted = call.firstParty ? outcome.client.lastActiveSessionId : mintFor
  const loaded = await loadClientView(ports, call, outcome.client, minted, outcome)
  const { shown: view, session } = call.firstParty ? sessionOfView(loaded) : { shown: loaded, session: null }
  const now = ports.clock.now()
  const client = clientJson(view, now)
  return json(envelope(await pick({ view, client, now }), client), { outcome, session })
}

/** The client of a request that changed nothing about it. @throws Refusal `signed_out` when there is none */
export function unchanged({ call }: Pick<FrontendRequest, 'call'>): ClientOutcome {
  if (call.client === null) throw new Refusal('signed_out')
  return { client: call.client, newToken: null, ...(call.attempt && { attempt: call.attempt.attempt }) }
}

/** An answer about the signed-in user as she is now. @throws Refusal `signed_out` */
export async function aboutMe<Response>(
  context: HttpContext,
  request: Pick<SessionRequest, 'call' | 'session'>,
  pick: (me: UserView, shown: Shown) => Response,
): Promise<Reply<Envelope<Response>>> {
  return enveloped(context, request, unchanged(request), (shown) => {
    const me = shown.view.sessions.find(({ session }) => session.id === request.session.id)
    if (me === undefined) throw new Refusal('signed_out')
    return pick(me.user, shown)
  })
}

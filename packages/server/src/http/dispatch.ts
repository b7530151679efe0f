import { Refusal } from '../domain/refusal.ts'
import { chooseEndpoint, type Choice } from './choose-endpoint.ts'
import type { HttpContext } from './context.ts'
import { backendDoor } from './doors/backend-door.ts'
import { type Answer, corsOf, frontendDoor } from './doors/frontend-door.ts'
import { operatorDoor } from './doors/operator-door.ts'
import { publicDoor } from './doors/public-door.ts'
import type { BackendRequest, Handler, OperatorRequest, PublicRequest, SessionRequest } from './handler.ts'
import type { Incoming } from './incoming.ts'
import { explainOrigin, preflightHeaders } from './reply/cors.ts'
import { errorReply } from './reply/error-reply.ts'
import { empty } from './reply/reply.ts'
import { clientAddress } from './request/client-address.ts'
import { locateInstance } from './request/locate-instance.ts'
import { isKnownOrigin } from './request/origin.ts'
import { allowedMethods, type Route } from './route.ts'

/** From a request at a known path to its answer; all that is the same for many endpoints happens on the way, from the endpoint table. */
export async function dispatch(context: HttpContext, route: Route, incoming: Incoming): Promise<Answer> {
  const answer = await answerTo(context, route, incoming)
  if (answer.reply.status === 429) {
    const forwarded = incoming.request.headers.get('x-forwarded-for')
    await context.patience.beforeRefusing(clientAddress(incoming.peer, forwarded, context.trustedProxies, false))
  }
  return answer
}

async function answerTo(context: HttpContext, route: Route, incoming: Incoming): Promise<Answer> {
  try {
    if (Object.values(incoming.params).some((value) => !/^[\w.-]{1,128}$/.test(value))) throw new Refusal('resource_not_found')
    if (incoming.url.search.includes('%00')) throw new Refusal('malformed_request_parameters')
    if (incoming.request.method === 'OPTIONS') return await preflight(context, route, incoming)
    const choice = await chooseEndpoint(route, incoming)
    if (choice === null) return await wrongMethod(context, route, incoming)
    return await enter(context, choice, incoming)
  } catch (error) {
    return refused(context, error, route.path, incoming)
  }
}

function enter(context: HttpContext, { endpoint, handler, body }: Choice, incoming: Incoming): Promise<Answer> {
  switch (endpoint.door) {
    case 'frontend':
      return frontendDoor(context, endpoint, handler as Handler<SessionRequest>, incoming, body)
    case 'backend':
      return backendDoor(context, endpoint, handler as Handler<BackendRequest>, incoming, body)
    case 'operator':
      return operatorDoor(context, endpoint, handler as Handler<OperatorRequest>, incoming, body)
    case 'public':
    case 'latchkey':
      return publicDoor(context, endpoint, handler as Handler<PublicRequest>, incoming)
    default:
      return endpoint.door satisfies never
  }
}

/** A browser asks before it sends anything but a form; a page of an unknown origin is told so, and how to change it. */
async function preflight(context: HttpContext, route: Route, incoming: Incoming): Promise<Answer> {
  const { headers } = incoming.request
  const origin = headers.get('origin')
  if (origin === null) return { reply: empty(204, { Allow: allowedMethods(route) }), cors: null }
  const located = await locateInstance(context, incoming)
  if (located.firstParty) return { reply: empty(204, { Allow: allowedMethods(route) }), cors: null }
  if (isKnownOrigin(located, origin)) {
    return { reply: empty(204, {}), cors: preflightHeaders(origin, headers.get('access-control-request-headers')) }
  }
  const reply = errorReply(context.ports, new Refusal('origin_invalid', { meta: { origin } }), route.path)
  return { reply: explainOrigin(reply, located.instance), cors: null }
}

async function wrongMethod(context: HttpContext, route: Route, incoming: Incoming): Promise<Answer> {
  const { reply, cors } = await refused(context, new Refusal('method_not_allowed'), route.path, incoming)
  return { reply: { ...reply, headers: { ...reply.headers, Allow: allowedMethods(route) } }, cors }
}

/** A refusal that happened before a door was chosen. The asking page may read it when its origin is known. */
export async function refused(context: HttpContext, error: unknown, where: string, incoming: Incoming): Promise<Answer> {
  const located = incoming.request.headers.has('origin') ? await locateInstance(context, incoming).catch(() => null) : null
  return { reply: errorReply(context.ports, error, where), cors: corsOf(incoming, located) }
}

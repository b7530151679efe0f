import type { Endpoint } from '@latchkey/protocol'
import type { HttpContext } from '../context.ts'
import type { Handler, PublicRequest } from '../handler.ts'
import type { Incoming } from '../incoming.ts'
import { PUBLIC_CORS } from '../reply/cors.ts'
import { errorReply, forPeople } from '../reply/error-reply.ts'
import { locateInstance } from '../request/locate-instance.ts'
import type { Answer } from './frontend-door.ts'

/** Anybody comes in here; credentials are not even looked at. */
export async function publicDoor(
  context: HttpContext,
  endpoint: Endpoint,
  handler: Handler<PublicRequest>,
  incoming: Incoming,
): Promise<Answer> {
  // Files of pages are for those pages.
  const cors = endpoint.auth === 'public' && endpoint.response === 'bare' ? PUBLIC_CORS : null
  try {
    const { params, url } = incoming
    const locate = () => locateInstance(context, incoming)
    return { reply: await handler(context, { params, query: url.searchParams, body: {}, incoming, locate }), cors }
  } catch (error) {
    const reply = errorReply(context.ports, error, endpoint.id)
    return { reply: endpoint.response === 'html' ? forPeople(context, reply, incoming.request) : reply, cors }
  }
}

import type { Endpoint } from '@latchkey/protocol'
import { keyOf } from '../../actions/audit/record.ts'
import type { FoundKey } from '../../actions/instance/find-instance.ts'
import { noteUnknownKey } from '../../actions/keys/note-unknown-key.ts'
import { allowTraffic } from '../../actions/instance/allow-traffic.ts'
import { frontendApiBase } from '../../domain/frontend-api.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import type { Incoming } from '../incoming.ts'
import { errorReply } from '../reply/error-reply.ts'
import { namedInstance, placeOf } from '../request/locate-instance.ts'
import type { Body } from '../request/parse-json.ts'
import { readBody } from '../request/read-body.ts'
import { requireSecretKey } from '../request/keys.ts'
import type { Answer } from './frontend-door.ts'

/** The customer's servers come in here, with a secret key. Cookies and origins mean nothing, so no page can borrow anything. */
export async function backendDoor(
  context: HttpContext,
  endpoint: Endpoint,
  handler: Handler<BackendRequest>,
  incoming: Incoming,
  early: Body | null,
): Promise<Answer> {
  try {
    const { request, url } = incoming
    const { instance, key } = await requireKey(context, incoming)
    const body = early ?? (await readBody(request))
    const call = {
      instance,
      scope: { db: context.ports.storage.db, instanceId: instance.id },
      keyId: key.id,
      caller: { ...placeOf(context, incoming), origin: null },
      base: frontendApiBase(instance, context.ports.publicUrl),
    }
    if (endpoint.bucket !== null) await allowTraffic(context.ports, instance, endpoint.bucket, 'key', keyOf(call))
    return { reply: await handler(context, { params: incoming.params, query: url.searchParams, body, incoming, call }), cors: null }
  } catch (error) {
    return { reply: errorReply(context.ports, error, endpoint.id), cors: null }
  }
}

/** The key, and the instance whose key this is; a URL that names another one is refused. @throws Refusal `clerk_key_invalid` … */
async function requireKey(context: HttpContext, incoming: Incoming): Promise<FoundKey> {
  const secretKey = requireSecretKey(incoming.request.headers.get('authorization'))
  const found = await context.instances.findByKey(secretKey)
  if (found === null) {
    await noteUnknownKey(context.ports, secretKey, placeOf(context, incoming))
    throw new Refusal('clerk_key_invalid')
  }
  const named = await namedInstance(context, incoming)
  if (named !== null && named.id !== found.instance.id) throw new Refusal('resource_not_found')
  context.ports.keyUsage.note(found.key, placeOf(context, incoming))
  return found
}

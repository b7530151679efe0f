import type { Endpoint } from '@latchkey/protocol'
import { allowTraffic } from '../../actions/instance/allow-traffic.ts'
import { SettingsRefused } from '../../actions/instance/change-settings.ts'
import { findShownOperatorKey, noteOperatorKey } from '../../actions/keys/operator-keys.ts'
import { Refusal } from '../../domain/refusal.ts'
import { settingsFaultsJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import type { Handler, OperatorRequest } from '../handler.ts'
import type { Incoming } from '../incoming.ts'
import { errorReply, newTraceId } from '../reply/error-reply.ts'
import { json, type Reply } from '../reply/reply.ts'
import { namedInstance, placeOf } from '../request/locate-instance.ts'
import { requireOperatorKey } from '../request/keys.ts'
import type { Body } from '../request/parse-json.ts'
import { readBody } from '../request/read-body.ts'
import type { Answer } from './frontend-door.ts'

/** Whoever sets an instance up comes in here, with an operator key. Cookies and origins mean nothing, and no page may read an answer. */
export async function operatorDoor(
  context: HttpContext,
  endpoint: Endpoint,
  handler: Handler<OperatorRequest>,
  incoming: Incoming,
  early: Body | null,
): Promise<Answer> {
  try {
    const request = await admit(context, endpoint, incoming, early)
    return { reply: await handler(context, request), cors: null }
  } catch (error) {
    return { reply: error instanceof SettingsRefused ? refused(context, error) : errorReply(context.ports, error, endpoint.id), cors: null }
  }
}

async function admit(context: HttpContext, endpoint: Endpoint, incoming: Incoming, early: Body | null): Promise<OperatorRequest> {
  const { ports } = context
  const { request, url, params } = incoming
  const place = placeOf(context, incoming)
  const key = await findShownOperatorKey(ports, requireOperatorKey(request.headers.get('authorization')), place)
  if (key === null) throw new Refusal('operator_key_invalid')
  const named = await namedInstance(context, incoming)
  const instance = await context.instances.find({ id: key.instanceId })
  if (instance === null || (named !== null && named.id !== instance.id)) throw new Refusal('resource_not_found')
  const source = { ...place, clientId: null, actor: { type: 'operator_key', id: key.id } } as const
  if (endpoint.bucket !== null) await allowTraffic(ports, instance, endpoint.bucket, 'operator', source)
  await noteOperatorKey(ports, key, place)
  return { params, query: url.searchParams, body: early ?? (await readBody(request)), incoming, instance, source }
}

function refused({ ports }: HttpContext, { faults }: SettingsRefused): Reply {
  const { status, body } = settingsFaultsJson(faults, newTraceId(ports))
  return json(body, { status })
}

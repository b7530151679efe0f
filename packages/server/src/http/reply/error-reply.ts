import { type ClientJSON, ERRORS } from '@latchkey/protocol'
import type { Ports } from '../../actions/ports.ts'
import { toRefusal } from '../../actions/to-refusal.ts'
import { refusalJson } from '../../wire/index.ts'
import { json, type Reply } from './reply.ts'

/**
 * Any throw as an answer. Refusals say what they say; a database that is away is told as that; everything else is a bug
 * of ours, written to the log with the trace id that the answer shows.
 * @param where id of the endpoint, for the log
 */
export function errorReply(ports: Pick<Ports, 'log' | 'random'>, error: unknown, where: string, client: ClientJSON | null = null): Reply {
  const traceId = newTraceId(ports)
  const refusal = toRefusal(error)
  const { status } = ERRORS[refusal.code]
  if (refusal.code === 'internal_error') ports.log.error({ trace_id: traceId, endpoint: where, error }, 'A request failed.')
  else if (status >= 500) ports.log.warn({ trace_id: traceId, endpoint: where, error }, 'A request could not be served.')
  const { retryAfter } = refusal.detail
  return json(refusalJson(refusal, traceId, client), {
    status,
    headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
  })
}

/** By which an answer is found in the log. */
export function newTraceId({ random }: Pick<Ports, 'random'>): string {
  return Buffer.from(random.bytes(16)).toString('hex')
}

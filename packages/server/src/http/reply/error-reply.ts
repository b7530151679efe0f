import { type ClientJSON, ERRORS, type ErrorCode } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import type { Ports } from '../../actions/ports.ts'
import { StorageUnavailable } from '../../storage/index.ts'
import { refusalJson } from '../../wire/index.ts'
import { json, type Reply } from './reply.ts'

/** Seconds after which a request is worth repeating when the database did not answer. */
const retryAfterOutage = 2

/**
 * Any throw as an answer. Refusals say what they say; a database that is away is told as that; everything else is a bug
 * of ours, written to the log with the trace id that the answer shows.
 * @param where id of the endpoint, for the log
 */
export function errorReply(ports: Pick<Ports, 'log' | 'random'>, error: unknown, where: string, client: ClientJSON | null = null): Reply {
  const traceId = Buffer.from(ports.random.bytes(16)).toString('hex')
  const refusal = toRefusal(error)
  if (refusal.code === 'internal_error') ports.log.error({ trace_id: traceId, endpoint: where, err: error }, 'A request failed.')
  if (refusal.code === 'storage_unavailable') ports.log.warn({ trace_id: traceId, endpoint: where, err: error }, 'The database is not available.')
  const { retryAfter } = refusal.detail
  return json(refusalJson(refusal, traceId, client), {
    status: ERRORS[refusal.code].status,
    headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
  })
}

/** The refusal a throw amounts to. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof StorageUnavailable) return new Refusal('storage_unavailable', { retryAfter: retryAfterOutage })
  return new Refusal('internal_error' satisfies ErrorCode)
}

import { type ClientJSON, ERRORS, type ErrorsJSON, FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import type { Ports } from '../../actions/ports.ts'
import { toRefusal } from '../../actions/to-refusal.ts'
import { refusalJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { errorPage, PAGE_CSP } from '../html/index.ts'
import { identityOf } from '../pages/identity-of.ts'
import type { Reached } from '../request/is-framed.ts'
import { pagePolicy } from './page-policy.ts'
import { html, json, type Reply } from './reply.ts'

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

/**
 * An error answer for whoever looks at it in a browser instead of reading it with an SDK.
 * @param of whose page it would have been, and where
 */
export function forPeople({ language }: HttpContext, reply: Reply, { headers }: Request, of: Reached | null = null): Reply {
  if (reply.type !== 'json' || !/\btext\/html\b/.test(headers.get('accept') ?? '')) return reply
  const { errors, clerk_trace_id: traceId } = reply.body as ErrorsJSON
  const { code, long_message: told } = errors[0]!
  const { message, longMessage } = language.errors[code]
  const page = {
    title: message.replace(/[.。]$/, ''),
    // What says more than the table does is said to whoever sets the application up.
    sentence: told === ERRORS[code].longMessage ? longMessage : told,
    remedy: '',
    traceId,
    applicationName: of?.instance.applicationName ?? null,
    identity: of === null ? null : identityOf(of.instance),
  }
  return html(errorPage(page, language), {
    status: reply.status,
    headers: {
      ...reply.headers,
      ...(of === null ? { 'Content-Security-Policy': PAGE_CSP } : pagePolicy(of)),
      [FIRST_PARTY_HEADERS.error]: code,
    },
  })
}

import { type ErrorsJSON, FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import { errorPage, PAGE_CSP } from '../html/index.ts'
import { identityOf } from '../pages/identity-of.ts'
import type { Reached } from '../request/is-framed.ts'
import { pagePolicy } from './page-policy.ts'
import { html, type Reply } from './reply.ts'

/** An error answer for whoever looks at it in a browser instead of reading it with an SDK. @param of whose page it would have been, and where */
export function forPeople(reply: Reply, { headers }: Request, of: Reached | null = null): Reply {
  if (reply.type !== 'json' || !/\btext\/html\b/.test(headers.get('accept') ?? '')) return reply
  const { errors, clerk_trace_id: traceId } = reply.body as ErrorsJSON
  const [sentence, ...remedy] = errors[0]!.long_message.split(/(?<=\.) /)
  const identity = of === null ? null : identityOf(of.instance)
  const body = errorPage({
    title: errors[0]!.message.replace(/\.$/, ''),
    sentence: sentence!,
    remedy: remedy.join(' '),
    traceId,
    applicationName: of?.instance.applicationName ?? null,
    identity,
  })
  return html(body, {
    status: reply.status,
    headers: {
      ...reply.headers,
      ...(of === null ? { 'Content-Security-Policy': PAGE_CSP } : pagePolicy(of)),
      [FIRST_PARTY_HEADERS.error]: errors[0]!.code,
    },
  })
}

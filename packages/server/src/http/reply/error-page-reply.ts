import { type ErrorsJSON, FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import { errorPage, pageCsp } from '../html/index.ts'
import { identityOf } from '../pages/identity-of.ts'
import { html, type Reply } from './reply.ts'

/** An error answer for whoever looks at it in a browser instead of reading it with an SDK. @param instance whose page it would have been */
export function forPeople(reply: Reply, { headers }: Request, instance: Instance | null = null): Reply {
  if (reply.type !== 'json' || !/\btext\/html\b/.test(headers.get('accept') ?? '')) return reply
  const { errors, clerk_trace_id: traceId } = reply.body as ErrorsJSON
  const [sentence, ...remedy] = errors[0]!.long_message.split(/(?<=\.) /)
  const identity = instance === null ? null : identityOf(instance)
  const body = errorPage({
    title: errors[0]!.message.replace(/\.$/, ''),
    sentence: sentence!,
    remedy: remedy.join(' '),
    traceId,
    applicationName: instance?.applicationName ?? null,
    identity,
  })
  return html(body, {
    status: reply.status,
    headers: { ...reply.headers, 'Content-Security-Policy': pageCsp([], false, identity), [FIRST_PARTY_HEADERS.error]: errors[0]!.code },
  })
}

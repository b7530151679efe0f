import { type ErrorsJSON, FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import { errorPage } from '../html/index.ts'
import { html, type Reply } from './reply.ts'

/** An error answer for whoever looks at it in a browser instead of reading it with an SDK. */
export function forPeople(reply: Reply, { headers }: Request): Reply {
  if (reply.type !== 'json' || !/\btext\/html\b/.test(headers.get('accept') ?? '')) return reply
  const { errors, clerk_trace_id: traceId } = reply.body as ErrorsJSON
  const [sentence, ...remedy] = errors[0]!.long_message.split(/(?<=\.) /)
  const body = errorPage({ title: errors[0]!.message.replace(/\.$/, ''), sentence: sentence!, remedy: remedy.join(' '), traceId })
  return html(body, { status: reply.status, headers: { ...reply.headers, [FIRST_PARTY_HEADERS.error]: errors[0]!.code } })
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { InboxMessageJSON } from '@latchkey/protocol'
import { type InboxEntry, type InboxQuery, readInbox } from '../../actions/inbox/inbox.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import type { EndpointHandler, HandlersOf, Query } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { requireInbox } from './require-inbox.ts'

const longestWaitSeconds = 30
const mostMessages = 100

/**
 * The messages of the development inbox, newest first. `wait` holds the answer back until there is one, for tests and for
 * the page; `after` names the newest one known already.
 * Only for this machine, asked for by its own name, and only in development: it holds everybody's codes.
 */
const listInbox: EndpointHandler<'latchkey/list-inbox'> = async (context, { query, incoming, locate }) => {
  requireInbox(context, incoming)
  const instanceId = incoming.slug === null ? undefined : (await locate()).instance.id
  const limit = Math.min(amount(query, 'limit', /^[1-9]\d{0,8}$/) ?? mostMessages, mostMessages)
  const wait = Math.min(amount(query, 'wait', /^\d{1,9}(\.\d{1,3})?$/) ?? 0, longestWaitSeconds) * 1000
  const wanted = { instanceId, to: query.get('to') || undefined, limit }
  const entries = await waitFor(context, wanted, query.get('after') ?? '', wait, incoming.request.signal)
  return json({ data: entries.map(entryJson), total_count: entries.length })
}

/** A number of the query, `null` when it is not given. @throws Refusal `form_param_value_invalid` */
function amount(query: Query<'limit' | 'wait'>, param: 'limit' | 'wait', shape: RegExp): number | null {
  const text = query.get(param) || null
  if (text !== null && !shape.test(text)) throw new Refusal('form_param_value_invalid', { param })
  return text === null ? null : Number(text)
}

async function waitFor(
  { ports }: HttpContext,
  wanted: InboxQuery,
  after: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<readonly InboxEntry[]> {
  for (let waited = 0; ;) {
    // Ids sort by time.
    const entries = (await readInbox(ports, wanted)).filter(({ id }) => id > after)
    if (entries.length > 0 || waited >= waitMs || signal.aborted) return entries
    // A mail mostly comes at once or not for a while.
    const pauseMs = waited < 2000 ? 40 : 250
    await sleep(pauseMs)
    waited += pauseMs
  }
}

function entryJson(entry: InboxEntry): InboxMessageJSON {
  const { id, channel, to, subject, text, html, code, link } = entry
  return { object: 'message', id, instance_id: entry.instanceId, channel, to, subject, text, html, code, link, created_at: entry.createdAt }
}

/** What Latchkey adds to the wire. */
export const latchkeyHandlers: HandlersOf<'latchkey'> = { 'latchkey/list-inbox': listInbox }

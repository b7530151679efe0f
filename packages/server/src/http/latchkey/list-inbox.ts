import { setTimeout as sleep } from 'node:timers/promises'
import { type InboxEntry, readInbox } from '../../actions/inbox/read-inbox.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import type { Handler, PublicRequest } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { isLoopback } from '../request/loopback.ts'

const pollMs = 40
const longestWaitSeconds = 30

/**
 * The messages of the development inbox, newest first. `wait` holds the answer back until there is one, for tests.
 * Only for this machine, asked for by its own name, and only in development: it holds everybody's codes.
 */
export const listInbox: Handler<PublicRequest> = async (context, { query, incoming, locate }) => {
  if (context.mode !== 'dev' || !isLoopback(incoming.peer, incoming.url.hostname)) throw new Refusal('endpoint_not_found')
  const instanceId = incoming.slug === null ? undefined : (await locate()).instance.id
  const wait = Math.min(Number(query.get('wait') ?? 0) || 0, longestWaitSeconds)
  const entries = await waitFor(context, { instanceId, to: query.get('to') ?? undefined, limit: 50 }, wait * 1000, incoming.request.signal)
  return json({ data: entries.map(entryJson), total_count: entries.length })
}

async function waitFor({ ports }: HttpContext, query: Parameters<typeof readInbox>[1], waitMs: number, signal: AbortSignal): Promise<readonly InboxEntry[]> {
  for (let left = waitMs; ; left -= pollMs) {
    const entries = await readInbox(ports, query)
    if (entries.length > 0 || left <= 0 || signal.aborted) return entries
    await sleep(pollMs)
  }
}

function entryJson(entry: InboxEntry) {
  const { id, channel, to, subject, text, html, code, link } = entry
  return { object: 'message', id, instance_id: entry.instanceId, channel, to, subject, text, html, code, link, created_at: entry.createdAt }
}

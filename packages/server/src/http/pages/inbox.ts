import { type InboxEntry, readInbox } from '../../actions/inbox/inbox.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import type { Handler, PublicRequest } from '../handler.ts'
import { INBOX_CSP, INBOX_FRAME_CSP, inboxFrame, inboxPage } from '../html/index.ts'
import { requireInbox } from '../latchkey/require-inbox.ts'
import { html, type Reply } from '../reply/reply.ts'

const shown = 100

/** The mails that a development server kept instead of sending, with the newest open or the one the path names. */
export const inbox: Handler<PublicRequest> = async (context, { params, query, incoming }) => {
  requireInbox(context, incoming)
  const mails = await readInbox(context.ports, { limit: shown })
  const selected = params.message_id === undefined ? null : named(mails, params.message_id)
  const view = query.get('view') === 'text' ? 'text' : 'html'
  return page(inboxPage({ mails, selected, view, path: '/inbox', feed: '/v1/latchkey/inbox' }, context.language), INBOX_CSP)
}

/** One mail's own HTML, for a frame that can do nothing: the page around it shares an origin with the server. */
export const inboxMail: Handler<PublicRequest> = async (context: HttpContext, { params, incoming }) => {
  requireInbox(context, incoming)
  return page(inboxFrame(named(await readInbox(context.ports, { limit: shown }), params.message_id!)), INBOX_FRAME_CSP, 'SAMEORIGIN')
}

function page(body: string, csp: string, frames = 'DENY'): Reply {
  return html(body, { headers: { 'Content-Security-Policy': csp, 'X-Frame-Options': frames } })
}

function named(mails: readonly InboxEntry[], id: string): InboxEntry {
  const found = mails.find((mail) => mail.id === id)
  if (found === undefined) throw new Refusal('resource_not_found')
  return found
}

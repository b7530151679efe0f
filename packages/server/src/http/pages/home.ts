import { describeApplications } from '../../actions/instance/describe-applications.ts'
import type { Handler, PublicRequest } from '../handler.ts'
import { homePage } from '../html/index.ts'
import { requireInbox } from '../latchkey/require-inbox.ts'
import { html } from '../reply/reply.ts'

/** The first page of a development server: where things are, and what to do next. For this machine only, like the inbox it leads to. */
export const home: Handler<PublicRequest> = async (context, { incoming }) => {
  requireInbox(context, incoming)
  const { publicUrl } = context.ports
  const applications = await describeApplications(context.ports)
  const page = { url: publicUrl, inboxUrl: '/inbox', version: VERSION, command: context.command, applications }
  return html(homePage(page, context.language))
}

/** The version of this server. Written here too, because a bundled one has no package.json beside it. */
export const VERSION = '0.1.0'

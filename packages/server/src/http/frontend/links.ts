import { openLink } from '../../actions/link/open-link.ts'
import { allowedRedirectUrl } from '../../domain/origins.ts'
import type { EndpointHandler } from '../handler.ts'
import { pageCsp } from '../html/index.ts'
import { identityOf } from '../pages/identity-of.ts'
import { linkPage } from '../pages/link-page.ts'
import { html, redirect } from '../reply/reply.ts'

/**
 * Where the link of a mail leads. It finishes the attempt in the browser that began it and sends that on to the app;
 * anyone else sees who asked and the code to type there, and nothing has changed.
 */
export const verifyLink: EndpointHandler<'frontend/verify-link'> = async (context, { call, query, passive }) => {
  const opened = await openLink(context.ports, call, query.get('token') ?? '', passive)
  if (opened.type !== 'here' || opened.redirectUrl === null) {
    const outcome = opened.type === 'here' && opened.client !== null ? { client: opened.client, newToken: opened.newToken } : null
    const page = linkPage(call.instance, opened, context.ports.clock.now(), context.language)
    const headers = { 'Content-Security-Policy': pageCsp([], null, identityOf(call.instance)) }
    return html(page, { status: opened.type === 'problem' ? 400 : 200, outcome, headers })
  }
  const { client, newToken, status, createdSessionId } = opened
  const target = new URL(opened.redirectUrl)
  const prefix = call.firstParty ? '__latchkey' : '__clerk'
  target.searchParams.set(`${prefix}_status`, status)
  if (createdSessionId !== null) target.searchParams.set(`${prefix}_created_session`, createdSessionId)
  return redirect(target.href, { status: 303, outcome: client === null ? null : { client, newToken } })
}

/** Carries a sign-in token to the sign-in page, which uses it up. Opening the link changes nothing, so a scanner may. */
export const acceptTicket: EndpointHandler<'frontend/accept-ticket'> = async (_context, { call, query }) => {
  const { instance, base } = call
  const { signIn, home } = instance.settings.urls
  const wanted = allowedRedirectUrl(instance, query.get('redirect_url') ?? '', [])
  const page = new URL(wanted ?? signIn ?? `${base}/sign-in`, home ?? base)
  page.searchParams.set('__clerk_status', 'sign_in')
  page.searchParams.set('__clerk_ticket', query.get('ticket') ?? '')
  return redirect(page.href, { status: 303 })
}

import { createSignIn } from '../../../actions/sign-in/create-sign-in.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { hiddenFields } from '../../html/hidden-fields.ts'
import { errorPage, pageCsp } from '../../html/index.ts'
import { cardPage } from '../../html/layout.ts'
import { markup } from '../../html/markup.ts'
import { html, redirect, type Reply } from '../../reply/reply.ts'
import { formError } from './form-error.ts'
import { identityOf } from '../identity-of.ts'
import { formPage } from './form-page.ts'
import { SIGN_IN } from './mode.ts'
import { onwards } from './onwards.ts'
import { hostedPath, REDIRECT_FIELD, wantedUrl } from './paths.ts'

const field = '__clerk_ticket'

/** The sign-in token in a request for the sign-in page. */
export function ticketOf({ query }: Pick<FrontendRequest, 'query'>): string | null {
  return query.get(field) || null
}

/** Asks whether to use a sign-in token: opening a link must sign nobody in, for scanners open links. */
export function ticketPage(request: FrontendRequest, ticket: string): Reply {
  const { call } = request
  const { applicationName } = call.instance
  const wanted = wantedUrl(request)
  const body = cardPage({
    identity: identityOf(call.instance),
    title: 'Sign in',
    applicationName,
    body: markup`<h1>Sign in to ${applicationName}</h1>
<p>This link signs you in. It works once.</p>
<form method="post" action="${hostedPath(call, '/sign-in/ticket', null)}">
${hiddenFields({ [field]: ticket, ...(wanted !== null && { [REDIRECT_FIELD]: wanted }) })}
<button class="button" type="submit">Sign in</button></form>`,
  })
  return formPage(request, body)
}

/** Uses a sign-in token and goes on to the application. */
export const useTicket: Handler<FrontendRequest> = async (context, request) => {
  const { call } = request
  try {
    const outcome = await createSignIn(context.ports, call, { strategy: 'ticket', ticket: request.body[field] })
    return onwards(context, SIGN_IN, request, outcome)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'session_exists') return redirect(hostedPath(call, SIGN_IN.path, wantedUrl(request)), { status: 303 })
    const { text, status } = formError(error)
    const page = { title: 'This link doesn’t work', sentence: text, remedy: 'Ask for a new link where you got this one.' }
    const identity = identityOf(call.instance)
    const body = errorPage({ ...page, applicationName: call.instance.applicationName, identity })
    return html(body, { status, headers: { 'Content-Security-Policy': pageCsp([], false, identity) } })
  }
}

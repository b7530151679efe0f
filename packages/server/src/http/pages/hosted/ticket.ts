import { FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import { saveClient } from '../../../actions/client/save-client.ts'
import { isPageProof, pageProof } from '../../../actions/one-time/page-proof.ts'
import { createSignIn } from '../../../actions/sign-in/create-sign-in.ts'
import { SecondFactorOwed } from '../../../actions/sign-in/second-factor-owed.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { errorPage, hostedTicketPage } from '../../html/index.ts'
import { cookie } from '../../reply/cookies.ts'
import { pagePolicy } from '../../reply/page-policy.ts'
import { html, redirect, type Reply } from '../../reply/reply.ts'
import { isFramed, isSecure } from '../../request/is-framed.ts'
import { pageCookieName, readCookie } from '../../request/cookies.ts'
import { formError, formPage } from './form-page.ts'
import { identityOf } from '../identity-of.ts'
import { SIGN_IN } from './mode.ts'
import { onwards } from './onwards.ts'
import { secondStepPage } from './second-step.ts'
import { hostedPath, REDIRECT_FIELD, wantedUrl } from './paths.ts'

const field = '__clerk_ticket'
const proofField = 'page_proof'
const pageCookieSeconds = 3600

/** The sign-in token in a request for the sign-in page. */
export function ticketOf({ query }: Pick<FrontendRequest, 'query'>): string | null {
  return query.get(field) || null
}

/**
 * Asks whether to use a sign-in token: opening a link must sign nobody in, for scanners open links. They post forms as well, so the
 * page sets a cookie, and its form counts only together with that.
 * @param again the form was posted without it
 */
export function ticketPage(context: HttpContext, request: FrontendRequest, ticket: string, again = false): Reply {
  const { call } = request
  const { applicationName } = call.instance
  const wanted = wantedUrl(request)
  const proof = pageProof(context.ports, keptCookie(context, request), ticket)
  const hidden = { [field]: ticket, [proofField]: proof.field, ...(wanted !== null && { [REDIRECT_FIELD]: wanted }) }
  const action = hostedPath(call, '/sign-in/ticket', null)
  const body = hostedTicketPage({ identity: identityOf(call.instance), applicationName, action, hidden, again }, context.language)
  const page = formPage(request, body, again ? { status: 400, code: 'page_not_shown' } : null)
  const kept = { maxAge: pageCookieSeconds, secure: isSecure(call), httpOnly: true, framed: isFramed(call) }
  const name = pageCookieName(call, context.ports.publicUrl)
  return { ...page, cookies: [cookie(name, proof.cookie, kept)] }
}

/** Uses a sign-in token and goes on to the application, for a browser that was shown the page. */
export const useTicket: Handler<FrontendRequest> = async (context, request) => {
  const { call } = request
  const ticket = request.body[field]
  if (typeof ticket === 'string' && !wasShown(context, request, ticket)) return showAgain(context, request, ticket)
  try {
    const outcome = await createSignIn(context.ports, call, { strategy: 'ticket', ticket }, { onlyWhole: true })
    return onwards(context, SIGN_IN, request, outcome)
  } catch (error) {
    if (error instanceof SecondFactorOwed) return secondStepPage(context, request, { byLink: true })
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'session_exists') return redirect(hostedPath(call, SIGN_IN.path, wantedUrl(request)), { status: 303 })
    const { language } = context
    const { text, status, code } = formError(error, language)
    const { useless, remedy } = language.pages.ticket
    const { applicationName } = call.instance
    const told = { title: useless, sentence: text, remedy, applicationName, identity: identityOf(call.instance) }
    const body = errorPage(told, language)
    return html(body, { status, headers: { ...pagePolicy(call), [FIRST_PARTY_HEADERS.error]: code } })
  }
}

/** An application's own server keeps one cookie for us, the client's: there that one has to come back. */
function wasShown(context: HttpContext, request: FrontendRequest, ticket: string): boolean {
  if (request.call.firstParty) return request.call.client !== null
  return isPageProof(keptCookie(context, request), request.body[proofField], ticket)
}

/** The page once more, with the cookie that was missing. The token is as good as before. */
async function showAgain(context: HttpContext, request: FrontendRequest, ticket: string): Promise<Reply> {
  const { ports } = context
  const { call } = request
  const page = ticketPage(context, request, ticket, true)
  if (!call.firstParty) return page
  const outcome = await ports.storage.transaction((db) => saveClient(ports, call, { db, instanceId: call.instance.id }, null, {}, null))
  return { ...page, outcome }
}

function keptCookie({ ports }: HttpContext, { call, incoming }: FrontendRequest): string | null {
  return readCookie(incoming.request.headers.get('cookie'), pageCookieName(call, ports.publicUrl))
}

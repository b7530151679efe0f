import { z } from 'zod'
import { Refusal } from '../../../domain/refusal.ts'
import { waysIn } from '../../../domain/settings/attribute-rules.ts'
import type { UserView } from '../../../domain/user.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { hostedSignedInPage, hostedStartPage } from '../../html/index.ts'
import { redirect, type Reply } from '../../reply/reply.ts'
import { parseFields, text } from '../../request/parse-fields.ts'
import { drawn } from './drawn.ts'
import { askedNames, formError, formPage, type HostedError } from './form-page.ts'
import { identityOf } from '../identity-of.ts'
import type { Mode, StartFields } from './mode.ts'
import { continueUrl, hostedPath, hostedUrl, REDIRECT_FIELD, wantedUrl } from './paths.ts'
import { calledName, signedInSession } from './signed-in-session.ts'
import { ticketOf, ticketPage } from './ticket.ts'

const fields = z.object({ email_address: text, username: text, first_name: text, last_name: text })

/** The first page of signing in or up, or who is signed in already. */
export const startPage =
  (mode: Mode): Handler<FrontendRequest> =>
  async (context, request) => {
    const signedIn = await signedInSession(context, request)
    const ticket = signedIn === null ? ticketOf(request) : null
    if (ticket !== null) return ticketPage(context, request, ticket)
    const page = await drawn(context, request, mode.name === 'sign_in' ? 'sign-in' : 'sign-up', signedIn?.view ?? null)
    if (page !== null) return page
    if (signedIn !== null) return signedInPage(context, mode, request, signedIn.found.user)
    const over = { param: null, text: context.language.cards.errors.resource_not_found, status: 404, code: 'resource_not_found' }
    return form(context, mode, request, {}, request.query.has('over') ? over : null)
  }

/** Marks a form that a browser sends once more, with its first cookie. */
const AGAIN = 'again'

/**
 * Takes the address, has the code sent and goes on to the page that asks for it. A browser that shows no cookie is given one first and
 * sends its form once more with it. One that keeps no cookies would get an email each time, and no code of it would work: it is told so
 * before any is sent.
 */
export const begin =
  (mode: Mode): Handler<FrontendRequest> =>
  async (context, request) => {
    const wanted = wantedUrl(request)
    const values = parseFields(fields, request.body)
    const start = hostedPath(request.call, mode.path, wanted)
    try {
      if (request.call.client === null) {
        if (request.query.has(AGAIN)) {
          const blocked = { param: null, text: context.language.pages.cookiesBlocked, status: 422, code: 'cookies_blocked' }
          return form(context, mode, request, values, blocked)
        }
        const known = await mode.begin(context.ports, request.call, values, null)
        const query = new URLSearchParams({ ...(wanted !== null && { [REDIRECT_FIELD]: wanted }), [AGAIN]: '1' })
        return redirect(`${hostedPath(request.call, mode.path, null)}?${query}`, { status: 307, outcome: known })
      }
      const outcome = await mode.begin(context.ports, request.call, values, hostedUrl(request.call, mode.path, wanted))
      return redirect(hostedPath(request.call, `${mode.path}/code`, wanted), { status: 303, outcome })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'session_exists') return redirect(start, { status: 303 })
      return form(context, mode, request, values, formError(error, context.language))
    }
  }

function form({ language }: HttpContext, mode: Mode, request: FrontendRequest, values: StartFields, error: HostedError | null): Reply {
  const { call } = request
  const { settings, applicationName } = call.instance
  const wanted = wantedUrl(request)
  const other = mode.name === 'sign_in' ? '/sign-up' : '/sign-in'
  const open = mode.name === 'sign_up' || settings.signUpMode === 'public'
  const page = {
    identity: identityOf(call.instance),
    applicationName,
    mode: mode.name,
    action: hostedPath(call, mode.path, null),
    otherUrl: open ? hostedPath(call, other, wanted) : null,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    names: askedNames(settings),
    identifiers: waysIn(settings),
    error,
    hidden: wanted === null ? {} : { [REDIRECT_FIELD]: wanted },
  }
  return formPage(request, hostedStartPage(page, language), error)
}

function signedInPage({ language }: HttpContext, mode: Mode, request: FrontendRequest, me: UserView): Reply {
  const { call } = request
  const wanted = wantedUrl(request)
  const page = {
    identity: identityOf(call.instance),
    applicationName: call.instance.applicationName,
    name: calledName(me),
    continueUrl: continueUrl(call, wanted, mode.name),
    accountUrl: hostedPath(call, '/user', wanted),
    signOutAction: hostedPath(call, '/sign-out', null),
  }
  return formPage(request, hostedSignedInPage(page, language))
}

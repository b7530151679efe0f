import { z } from 'zod'
import { loadClientView } from '../../../actions/client/load-client-view.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { AttributeSettings } from '../../../domain/settings.ts'
import type { UserView } from '../../../domain/user.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { type Asked, hostedSignedInPage, hostedStartPage } from '../../html/index.ts'
import { redirect, type Reply } from '../../reply/reply.ts'
import { parseFields, text } from '../../request/parse-fields.ts'
import { formError, type HostedError } from './form-error.ts'
import { formPage } from './form-page.ts'
import type { Mode, StartFields } from './mode.ts'
import { continueUrl, hostedPath, REDIRECT_FIELD, wantedUrl } from './paths.ts'
import { ticketOf, ticketPage } from './ticket.ts'

const fields = z.object({ email_address: text, first_name: text, last_name: text })

/** The first page of signing in or up, or who is signed in already. */
export const startPage = (mode: Mode): Handler<FrontendRequest> => async (context, request) => {
  const me = await signedIn(context, request)
  if (me !== null) return signedInPage(mode, request, me)
  const ticket = ticketOf(request)
  return ticket === null ? form(mode, request, {}, null) : ticketPage(request, ticket)
}

/** Takes the address, has the code sent and goes on to the page that asks for it. */
export const begin = (mode: Mode): Handler<FrontendRequest> => async (context, request) => {
  const wanted = wantedUrl(request)
  const values = parseFields(fields, request.body)
  const start = hostedPath(request.call, mode.path, wanted)
  try {
    const outcome = await mode.begin(context.ports, request.call, values, `${new URL(request.call.base).origin}${start}`)
    return redirect(hostedPath(request.call, `${mode.path}/code`, wanted), { status: 303, outcome })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'session_exists') return redirect(start, { status: 303 })
    return form(mode, request, values, formError(error))
  }
}

function form(mode: Mode, request: FrontendRequest, values: StartFields, error: HostedError | null): Reply {
  const { call } = request
  const { settings, applicationName } = call.instance
  const wanted = wantedUrl(request)
  const other = mode.name === 'sign_in' ? '/sign-up' : '/sign-in'
  const open = mode.name === 'sign_up' || settings.signUpMode === 'public'
  const body = hostedStartPage({
    applicationName,
    mode: mode.name,
    action: hostedPath(call, mode.path, null),
    otherUrl: open ? hostedPath(call, other, wanted) : null,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    names: { first: asked(settings.firstName), last: asked(settings.lastName) },
    error,
    hidden: wanted === null ? {} : { [REDIRECT_FIELD]: wanted },
  })
  return formPage(request, body, error?.status)
}

function asked({ enabled, required }: AttributeSettings): Asked {
  return enabled ? (required ? 'required' : 'optional') : 'off'
}

function signedInPage(mode: Mode, request: FrontendRequest, { user, identifications }: UserView): Reply {
  const { call } = request
  const names = [user.firstName, user.lastName].filter((name) => name !== null).join(' ')
  const address = identifications.find(({ id }) => id === user.primaryEmailAddressId) ?? identifications[0]
  const body = hostedSignedInPage({
    applicationName: call.instance.applicationName,
    name: names === '' ? (address?.value ?? '') : names,
    continueUrl: continueUrl(call, wantedUrl(request), mode.name),
    signOutAction: hostedPath(call, '/sign-out', null),
  })
  return formPage(request, body)
}

async function signedIn(context: HttpContext, { call }: FrontendRequest): Promise<UserView | null> {
  if (call.client === null || call.client.lastActiveSessionId === null) return null
  return (await loadClientView(context.ports, call, call.client)).sessions[0]?.user ?? null
}

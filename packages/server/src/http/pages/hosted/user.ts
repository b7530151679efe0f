import { z } from 'zod'
import { updateMe } from '../../../actions/me/me.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { attributeIsAsked } from '../../../domain/settings/attribute-rules.ts'
import type { UserView } from '../../../domain/user.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { hostedUserPage } from '../../html/index.ts'
import { redirect, type Reply } from '../../reply/reply.ts'
import { clearable, parseFields } from '../../request/parse-fields.ts'
import { drawn, plainUrl } from './drawn.ts'
import { askedNames, formError, formPage, type HostedError } from './form-page.ts'
import { identityOf } from '../identity-of.ts'
import { continueUrl, hostedPath, hostedUrl, REDIRECT_FIELD, wantedUrl } from './paths.ts'
import { calledName, signedInSession } from './signed-in-session.ts'

type Names = { readonly first_name?: string | null | undefined; readonly last_name?: string | null | undefined }

const fields = z.object({ first_name: clearable, last_name: clearable })

/** The account of whoever is signed in; whoever is not signs in first. */
export const userPage: Handler<FrontendRequest> = async (context, request) => {
  const signedIn = await signedInSession(context, request)
  if (signedIn === null) return toSignIn(request)
  return (await drawn(context, request, 'user', signedIn.view)) ?? account(context, request, signedIn.found.user, null)
}

/** Saves the names and comes back to the page. */
export const renameUser: Handler<FrontendRequest> = async (context, request) => {
  const { ports } = context
  const { call } = request
  const signedIn = await signedInSession(context, request)
  if (signedIn === null) return toSignIn(request)
  const { found } = signedIn
  try {
    await updateMe(ports, call, found.session, enabled(request, parseFields(fields, request.body)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === 'signed_out' ? toSignIn(request) : account(context, request, found.user, formError(error, context.language))
  }
  const wanted = wantedUrl(request)
  return redirect(plainUrl(call, '/user', wanted, { saved: '1' }), { status: 303 })
}

/** Of a name that the instance does not ask for nothing is kept. */
function enabled({ call }: FrontendRequest, { first_name, last_name }: Names): Names {
  const { settings } = call.instance
  return { ...(attributeIsAsked(settings, 'first_name') && { first_name }), ...(attributeIsAsked(settings, 'last_name') && { last_name }) }
}

/** Back here afterwards, and from here to where they wanted to go. */
function toSignIn(request: FrontendRequest): Reply {
  const { call } = request
  return redirect(hostedPath(call, '/sign-in', hostedUrl(call, '/user', wantedUrl(request))), { status: 303 })
}

function account({ language }: HttpContext, request: FrontendRequest, me: UserView, error: HostedError | null): Reply {
  const { call, body } = request
  const { user, identifications, pending } = me
  const wanted = wantedUrl(request)
  const typed = (name: string, kept: string | null) => (error !== null && typeof body[name] === 'string' ? body[name] : (kept ?? ''))
  const page = {
    identity: identityOf(call.instance),
    applicationName: call.instance.applicationName,
    name: calledName(me),
    values: { first_name: typed('first_name', user.firstName), last_name: typed('last_name', user.lastName) },
    names: askedNames(call.instance.settings),
    addresses: [
      ...identifications.map(({ id, value }) => ({ address: value, primary: id === user.primaries.email_address, proven: true })),
      ...pending.map(({ state }) => ({ address: state.identifier.value, primary: false, proven: false })),
    ],
    action: hostedPath(call, '/user', null),
    continueUrl: continueUrl(call, wanted, 'sign_in'),
    signOutAction: hostedPath(call, '/sign-out', null),
    saved: error === null && request.query.has('saved'),
    error,
    hidden: wanted === null ? {} : { [REDIRECT_FIELD]: wanted },
  }
  return formPage(request, hostedUserPage(page, language), error)
}

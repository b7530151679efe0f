import type { ClientOutcome } from '../../../actions/call.ts'
import { newId } from '../../../actions/new-id.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { redirect, type Reply } from '../../reply/reply.ts'
import type { Mode } from './mode.ts'
import { continueUrl, hostedPath, RETURN_REFERRER_POLICY, wantedUrl } from './paths.ts'
import { signedInSession } from './signed-in-session.ts'

/**
 * Signed in: on to the application. In development it is told, as Clerk's SDKs expect it, that this browser has something
 * new to say, so that its first page is right already. An application's own server knows.
 */
export function onwards(
  { ports }: HttpContext,
  mode: Pick<Mode, 'name' | 'path'>,
  request: FrontendRequest,
  outcome: ClientOutcome | null,
): Reply {
  const { call } = request
  const target = continueUrl(call, wantedUrl(request), mode.name)
  if (target === null) return redirect(hostedPath(call, mode.path, null), { status: 303, outcome })
  const url = new URL(target)
  if (call.instance.type === 'development' && !call.firstParty) url.searchParams.set('__clerk_db_jwt', newId(ports, 'dev_browser'))
  return redirect(url.href, { status: 303, outcome, headers: { 'Referrer-Policy': RETURN_REFERRER_POLICY } })
}

/** Sends somebody who is signed in on to the application; a script that has signed them in asks for it. Anybody else begins. */
export const goOn =
  (mode: Mode): Handler<FrontendRequest> =>
  async (context, request) => {
    const found = await signedInSession(context, request)
    if (found === null) return redirect(hostedPath(request.call, mode.path, wantedUrl(request)), { status: 303 })
    return onwards(context, mode, request, null)
  }

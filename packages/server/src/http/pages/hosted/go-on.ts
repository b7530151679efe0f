import type { FrontendRequest, Handler } from '../../handler.ts'
import { redirect } from '../../reply/reply.ts'
import type { Mode } from './mode.ts'
import { onwards } from './onwards.ts'
import { hostedPath, wantedUrl } from './paths.ts'
import { signedInSession } from './signed-in-session.ts'

/** Sends somebody who is signed in on to the application; a script that has signed her in asks for it. Anybody else begins. */
export const goOn =
  (mode: Mode): Handler<FrontendRequest> =>
  async (context, request) => {
    const found = await signedInSession(context, request)
    if (found === null) return redirect(hostedPath(request.call, mode.path, wantedUrl(request)), { status: 303 })
    return onwards(context, mode, request, null)
  }

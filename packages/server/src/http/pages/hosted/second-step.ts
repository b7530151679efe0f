import type { ClientOutcome } from '../../../actions/call.ts'
import { type Attempt, halfProven } from '../../../domain/attempt.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest } from '../../handler.ts'
import { hostedSecondStepPage } from '../../html/index.ts'
import type { Reply } from '../../reply/reply.ts'
import { identityOf } from '../identity-of.ts'
import { formPage } from './form-page.ts'
import { SIGN_IN } from './mode.ts'
import { hostedPath, wantedUrl } from './paths.ts'

/** Does it wait for a second factor, which only pages with scripts can ask for? */
export function owesSecondStep(attempt: Pick<Attempt, 'state'> | null | undefined): boolean {
  return attempt !== null && attempt !== undefined && halfProven(attempt.state) !== null
}

/** What is missing, and what to do: nobody is signed in. */
export function secondStepPage(
  { language }: HttpContext,
  request: FrontendRequest,
  how: { readonly byLink: boolean; readonly outcome?: ClientOutcome },
): Reply {
  const { call } = request
  const told = {
    identity: identityOf(call.instance),
    applicationName: call.instance.applicationName,
    signInUrl: hostedPath(call, SIGN_IN.path, wantedUrl(request)),
    byLink: how.byLink,
  }
  const page = formPage(request, hostedSecondStepPage(told, language), { status: 403, code: 'second_factor_owed' })
  return how.outcome === undefined ? page : { ...page, outcome: how.outcome }
}

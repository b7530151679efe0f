import { type Attempt, verificationIn } from '../../../domain/attempt.ts'
import { shownIdentifier } from '../../../domain/identifiers/rules.ts'
import { LIMITS } from '../../../domain/limits.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { FIRST_SLOT } from '../../../domain/slot.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest, Handler } from '../../handler.ts'
import { hostedCodePage } from '../../html/index.ts'
import { redirect, type Reply } from '../../reply/reply.ts'
import { plainUrl } from './drawn.ts'
import { formError, formPage, type HostedError } from './form-page.ts'
import { identityOf } from '../identity-of.ts'
import type { Mode } from './mode.ts'
import { onwards } from './onwards.ts'
import { owesSecondStep, secondStepPage } from './second-step.ts'
import { hostedPath, hostedUrl, REDIRECT_FIELD, wantedUrl } from './paths.ts'

/** The page that asks for the code of the attempt in progress. */
export const codePage =
  (mode: Mode): Handler<FrontendRequest> =>
  async (context, request) => {
    const attempt = await mode.current(context.ports, request.call)
    if (owesSecondStep(attempt)) return secondStepPage(context, request, { byLink: false })
    if (attempt === null || verificationIn(attempt, FIRST_SLOT[attempt.kind]) === null) return toStart(mode, request)
    if (attempt.status === 'complete') return onwards(context, mode, request, null)
    return form(context, mode, request, attempt, null)
  }

/** Takes the code and goes on to the application. */
export const enterCode =
  (mode: Mode): Handler<FrontendRequest> =>
  async (context, request) => {
    const { call } = request
    const attempt = await mode.current(context.ports, call)
    if (attempt === null) return begunAnew(mode, request)
    if (owesSecondStep(attempt)) return secondStepPage(context, request, { byLink: false })
    const { code: typed } = request.body
    const code = typeof typed === 'string' ? typed : ''
    try {
      const outcome = await mode.attempt(context.ports, call, attempt.id, code)
      if (owesSecondStep(outcome.attempt)) return secondStepPage(context, request, { byLink: false, outcome })
      return outcome.newToken === null ? toStart(mode, request) : onwards(context, mode, request, outcome)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'session_exists') return toStart(mode, request)
      return form(context, mode, request, (await mode.current(context.ports, call)) ?? attempt, formError(error, context.language))
    }
  }

/** Sends a new code and comes back to the page that asks for it. */
export const resendCode =
  (mode: Mode): Handler<FrontendRequest> =>
  async (context, request) => {
    const { call } = request
    const wanted = wantedUrl(request)
    const attempt = await mode.current(context.ports, call)
    if (attempt === null) return begunAnew(mode, request)
    if (owesSecondStep(attempt)) return secondStepPage(context, request, { byLink: false })
    const outcome = await mode.resend(context.ports, call, attempt.id, hostedUrl(call, mode.path, wanted))
    const back = hostedPath(call, `${mode.path}/code`, wanted)
    return redirect(`${back}${wanted === null ? '?' : '&'}sent=1`, { status: 303, outcome })
  }

/** Nothing to type a code for: the beginning, where people who are signed in see that they are. */
function toStart(mode: Mode, request: FrontendRequest): Reply {
  return redirect(hostedPath(request.call, mode.path, wantedUrl(request)), { status: 303 })
}

/** What was sent is for an attempt that is over: the beginning, which says so. */
function begunAnew(mode: Mode, request: FrontendRequest): Reply {
  return redirect(plainUrl(request.call, mode.path, wantedUrl(request), { over: '1' }), { status: 303 })
}

function form({ ports, language }: HttpContext, mode: Mode, request: FrontendRequest, attempt: Attempt, error: HostedError | null): Reply {
  const { call } = request
  const wanted = wantedUrl(request)
  const { target = null, sentAt = 0, redirectUrl = null } = verificationIn(attempt, FIRST_SLOT[attempt.kind]) ?? {}
  const page = {
    identity: identityOf(call.instance),
    applicationName: call.instance.applicationName,
    emailAddress: target === null ? '' : shownIdentifier(target, 'identifier' in attempt.state ? attempt.state.identifier : target),
    action: hostedPath(call, `${mode.path}/code`, null),
    resendAction: hostedPath(call, `${mode.path}/resend`, null),
    changeUrl: hostedPath(call, mode.path, wanted),
    resendIn: Math.max(Math.ceil((sentAt + LIMITS.resendAfterMs - ports.clock.now()) / 1000), 0),
    withLink: redirectUrl !== null,
    sentAgain: request.query.has('sent'),
    error,
    hidden: wanted === null ? {} : { [REDIRECT_FIELD]: wanted },
  }
  return formPage(request, hostedCodePage(page, language), error)
}

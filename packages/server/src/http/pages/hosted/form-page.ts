import { ERRORS } from '@latchkey/protocol'
import type { Language } from '@latchkey/words'
import type { Refusal } from '../../../domain/refusal.ts'
import type { FrontendRequest } from '../../handler.ts'
import type { FormError } from '../../html/index.ts'
import { pagePolicy } from '../../reply/page-policy.ts'
import { html, type Reply } from '../../reply/reply.ts'
import { RETURN_REFERRER_POLICY, wantedUrl } from './paths.ts'

/**
 * A page with a form. Browsers leave the origin out of a POST from a page that sends no referrer, so this one sends it to
 * ourselves; and they hold the redirect after a POST to the form's own list, so the application is on it.
 * @param script the page has a script
 */
export function formPage(request: FrontendRequest, body: string, status = 200, script = false): Reply {
  const { urls } = request.call.instance.settings
  const origins = [wantedUrl(request), urls.home, urls.afterSignIn, urls.afterSignUp].flatMap((url) => URL.parse(url ?? '')?.origin ?? [])
  const headers = {
    ...pagePolicy(request.call, { formOrigins: [...new Set(origins)], script }),
    'Referrer-Policy': RETURN_REFERRER_POLICY,
  }
  return html(body, { status, headers })
}

/** A refusal as a form shows it, with the status of its page. */
export type HostedError = FormError & { readonly status: number }

/** The words for a refusal, at the field of the form that it is about. */
export function formError({ code, detail }: Refusal, { errors }: Language): HostedError {
  const param = detail.param === 'identifier' ? 'email_address' : (detail.param ?? null)
  return { param, text: errors[code].longMessage, status: ERRORS[code].status }
}

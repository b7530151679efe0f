import { ERRORS, FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import type { Language } from '@latchkey/words'
import type { Refusal } from '../../../domain/refusal.ts'
import { demandFor } from '../../../domain/settings/attribute-rules.ts'
import type { InstanceSettings } from '../../../domain/settings/instance-settings.ts'
import type { FrontendRequest } from '../../handler.ts'
import type { AskedNames, FormError } from '../../html/index.ts'
import { pagePolicy } from '../../reply/page-policy.ts'
import { html, type Reply } from '../../reply/reply.ts'
import { RETURN_REFERRER_POLICY, wantedUrl } from './paths.ts'

/**
 * A page with a form. Browsers leave the origin out of a POST from a page that sends no referrer, so this one sends it to
 * ourselves; and they hold the redirect after a POST to the form's own list, so the application is on it.
 * @param told why it is no ordinary answer. Its code is named beside it: an application's server would take it for somebody else's page
 * @param nonce of the styles of a page that the components draw
 */
export function formPage(request: FrontendRequest, body: string, told: PageRefusal | null = null, nonce: string | null = null): Reply {
  const { urls } = request.call.instance.settings
  const origins = [wantedUrl(request), urls.home, urls.afterSignIn, urls.afterSignUp].flatMap((url) => URL.parse(url ?? '')?.origin ?? [])
  const headers = {
    ...pagePolicy(request.call, { formOrigins: [...new Set(origins)], nonce }),
    'Referrer-Policy': RETURN_REFERRER_POLICY,
    ...(told !== null && { [FIRST_PARTY_HEADERS.error]: told.code }),
  }
  return html(body, { status: told?.status ?? 200, headers })
}

/** What a page refuses. */
export interface PageRefusal {
  readonly status: number
  readonly code: string
}

/** A refusal as a form shows it. */
export type HostedError = FormError & PageRefusal

/** The words for a refusal, at the field of the form that it is about. */
export function formError({ code, detail }: Refusal, { errors }: Language): HostedError {
  const param = detail.param === 'identifier' ? 'email_address' : (detail.param ?? null)
  return { param, text: errors[code].longMessage, status: ERRORS[code].status, code }
}

/** Which names the instance asks for. */
export function askedNames(settings: Pick<InstanceSettings, 'attributes'>): AskedNames {
  return { first: demandFor(settings, 'first_name'), last: demandFor(settings, 'last_name'), username: demandFor(settings, 'username') }
}

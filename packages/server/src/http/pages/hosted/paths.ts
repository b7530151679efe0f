import type { FrontendCall } from '../../../actions/call.ts'
import { allowedRedirectUrl } from '../../../domain/origins.ts'
import type { FrontendRequest } from '../../handler.ts'

/** Where a form carries the address to go on to. */
export const REDIRECT_FIELD = 'redirect_url'

/** A hosted page of the instance as a path of this server, below the prefix the request came by. */
export function hostedPath({ base }: Pick<FrontendCall, 'base'>, path: string, wanted: string | null): string {
  const whole = new URL(base).pathname.replace(/\/$/, '') + path
  return wanted === null ? whole : `${whole}?${new URLSearchParams({ [REDIRECT_FIELD]: wanted })}`
}

/** The address the person wants to go on to, if it is one she may be sent to. */
export function wantedUrl({ call, query, body }: FrontendRequest): string | null {
  const text = body[REDIRECT_FIELD] ?? query.get(REDIRECT_FIELD)
  return typeof text === 'string' ? allowedRedirectUrl(call.instance, text, []) : null
}

/** Where she goes on to when she is signed in: what she wanted, else where the application sends people, else nowhere. */
export function continueUrl({ instance }: FrontendCall, wanted: string | null, mode: 'sign_in' | 'sign_up'): string | null {
  const { afterSignIn, afterSignUp, home } = instance.settings.urls
  const usual = mode === 'sign_in' ? afterSignIn : afterSignUp
  return wanted ?? absolute(usual, home) ?? home
}

function absolute(url: string | null, home: string | null): string | null {
  return url === null ? null : (URL.parse(url, home ?? undefined)?.href ?? null)
}

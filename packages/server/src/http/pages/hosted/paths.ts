import type { FrontendCall } from '../../../actions/call.ts'
import { allowedRedirectUrl } from '../../../domain/origins.ts'
import type { FrontendRequest } from '../../handler.ts'

/** Where a form carries the address to go on to. */
export const REDIRECT_FIELD = 'redirect_url'

/** A hosted page of the instance as a path of the host it is seen at, below the prefix the request came by. */
export function hostedPath({ base }: Pick<FrontendCall, 'base'>, path: string, wanted: string | null): string {
  const whole = new URL(base).pathname.replace(/\/$/, '') + path
  return wanted === null ? whole : `${whole}?${new URLSearchParams({ [REDIRECT_FIELD]: wanted })}`
}

/** The same as a whole URL, for mails and for pages that come back to it. */
export function hostedUrl(call: Pick<FrontendCall, 'base'>, path: string, wanted: string | null): string {
  return originOf(call) + hostedPath(call, path, wanted)
}

/**
 * The address the person wants to go on to, if it is one they may be sent to. Seen at the application's own origin, pages take a
 * path of the application as well.
 */
export function wantedUrl({ call, query, body }: FrontendRequest): string | null {
  const given = body[REDIRECT_FIELD] ?? query.get(REDIRECT_FIELD)
  if (typeof given !== 'string') return null
  const origin = originOf(call)
  const text = beyond(call, given)
  const whole = call.firstParty && /^\/(?![/\\])/.test(text) ? origin + text : text
  return allowedRedirectUrl(call.instance, whole, [origin])
}

/** Where the page leads that sends people on: the form of a card names that one, since a card leads to no other origin by itself. */
function beyond(call: Pick<FrontendCall, 'base'>, text: string): string {
  const sendsOn = ['/sign-in', '/sign-up'].some((path) => text.startsWith(`${hostedPath(call, `${path}/continue`, null)}?`))
  return sendsOn ? (new URLSearchParams(text.slice(text.indexOf('?'))).get(REDIRECT_FIELD) ?? text) : text
}

/**
 * Where they go on to when they are signed in: what they wanted, else where the application sends people, else its first page where
 * it is known where that is, else nowhere.
 */
export function continueUrl(call: FrontendCall, wanted: string | null, mode: 'sign_in' | 'sign_up'): string | null {
  const { afterSignIn, afterSignUp, home } = call.instance.settings.urls
  const usual = mode === 'sign_in' ? afterSignIn : afterSignUp
  const start = home ?? (call.firstParty ? new URL('.', call.base).href : null)
  return wanted ?? absolute(usual, start) ?? start
}

function originOf({ base }: Pick<FrontendCall, 'base'>): string {
  return new URL(base).origin
}

function absolute(url: string | null, start: string | null): string | null {
  return url === null ? null : (URL.parse(url, start ?? undefined)?.href ?? null)
}

/**
 * What hosted pages tell of themselves: their origin alone crosses over. The SDKs of 2023 know by it that somebody comes back
 * from a hosted page, and would send them there again without.
 */
export const RETURN_REFERRER_POLICY = 'strict-origin-when-cross-origin'

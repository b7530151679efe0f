import { type StrategyName, traitsOf } from '@latchkey/protocol'
import { allowedRedirectUrl } from '../../domain/origins.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { FrontendCall } from '../call.ts'

/**
 * Where the mail's link leads its opener, or a provider sends the browser back to; `null` for a mail without a link.
 * @param always carry a link even for a typed code, when the instance has links (sign-up: their cards offer no choice)
 * @throws Refusal `prohibited_redirect_url`, `form_param_missing`
 */
export function linkRedirect(call: FrontendCall, strategy: StrategyName, given: string | undefined, always: boolean): string | null {
  const own = [new URL(call.base).origin]
  const comesBack = traitsOf(strategy)?.kind === 'link' || traitsOf(strategy)?.kind === 'redirect'
  if (given !== undefined && (always || comesBack)) {
    const url = allowedRedirectUrl(call.instance, given, own)
    if (url === null) throw new Refusal('prohibited_redirect_url', { param: 'redirect_url' })
    return url
  }
  if (!comesBack && !always) return null
  const { settings } = call.instance
  const fallback = settings.urls.home ?? (call.caller.origin === null ? null : `${call.caller.origin}/`)
  if (fallback === null && comesBack) throw new Refusal('form_param_missing', { param: 'redirect_url' })
  return fallback
}

/** May the instance's mails carry a link where an address is proven? */
export function linksEnabled(strategies: readonly StrategyName[]): boolean {
  return strategies.some((name) => traitsOf(name)?.kind === 'link')
}

import { ownOrigin } from '../forward/own-origin.ts'
import { ORIGIN_HEADER } from '../middleware/pass-on.ts'
import type { Settings } from '../settings/read-settings.ts'

/** Where the app is reached, as the middleware was told or, where there is none, as the request says; `null` when that is not known. */
export function reachedAt(headers: Pick<Headers, 'get'>, settings: Pick<Settings, 'appOrigin' | 'trustedHops'>): string | null {
  return headers.get(ORIGIN_HEADER) ?? ownOrigin(headers, 'http:', settings)
}

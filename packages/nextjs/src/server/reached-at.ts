import { ownOrigin } from '../forward/own-origin.ts'
import { openedOrigin, ORIGIN_HEADER } from '../middleware/origin-header.ts'
import type { Settings } from '../settings/read-settings.ts'

/** Where the app is reached, as the middleware was told or, where there is none, as the request says; `null` when that is not known. */
export async function reachedAt(
  headers: Pick<Headers, 'get'>,
  settings: Pick<Settings, 'secretKey' | 'appOrigin' | 'trustedHops'>,
): Promise<string | null> {
  return (await openedOrigin(headers.get(ORIGIN_HEADER), settings.secretKey)) ?? ownOrigin(headers, 'http:', settings)
}

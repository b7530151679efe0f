import type { Endpoint } from '@latchkey/protocol'
import { isAllowedOrigin } from '../../domain/origins.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Located } from './locate-instance.ts'

/**
 * Is this the origin of an allowed app, or of the pages that the instance has where the request came in? An instance with a host of
 * its own has none at the server's public URL, so a page there is as foreign to it as any other.
 */
export function isKnownOrigin(located: Pick<Located, 'instance' | 'base'>, origin: string): boolean {
  return isAllowedOrigin(located.instance, origin) || URL.parse(located.base)?.origin === origin
}

/**
 * Lets a change pass only when the browser says that it comes from a page we know; a request without the client's cookie
 * has no authority that a foreign page could borrow, so it may leave its origin out. `same-site` is never enough: on
 * localhost every port is the same site.
 * @param carriesCookie the instance's client cookie came along
 * @throws Refusal `origin_invalid`, `origin_missing`
 */
export function checkOrigin(endpoint: Pick<Endpoint, 'mutates'>, located: Located, headers: Headers, carriesCookie: boolean): void {
  if (!endpoint.mutates) return
  const origin = headers.get('origin')
  const sameOrigin = headers.get('sec-fetch-site') === 'same-origin'
  // A page of the application that sends no referrer posts its plain form from `null`; the other header tells it from a foreign one.
  if (located.firstParty && origin === 'null' && sameOrigin) return
  if (origin !== null) {
    if (isKnownOrigin(located, origin)) return
    throw new Refusal('origin_invalid', { meta: { origin } })
  }
  if (carriesCookie && !sameOrigin) throw new Refusal('origin_missing')
}

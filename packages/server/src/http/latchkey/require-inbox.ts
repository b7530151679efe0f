import { FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import type { Incoming } from '../incoming.ts'
import { isLoopback } from '../request/client-address.ts'

/** Headers that only what stands between a browser and this server adds. */
const OF_PROXIES = [
  FIRST_PARTY_HEADERS.secretKey,
  FIRST_PARTY_HEADERS.proxyUrl,
  'clerk-secret-key',
  'clerk-proxy-url',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
  'forwarded',
  'via',
]

/**
 * Lets only this machine in, in development: the inbox holds everybody's codes. To anyone else it does not exist. An app on this
 * machine is a peer of this machine whoever its visitor is, so what comes through an app or another proxy is refused as well.
 * @throws Refusal `endpoint_not_found`
 */
export function requireInbox(
  { mode }: Pick<HttpContext, 'mode'>,
  { peer, url, request }: Pick<Incoming, 'peer' | 'url' | 'request'>,
): void {
  const direct = !OF_PROXIES.some((name) => request.headers.has(name))
  if (mode !== 'dev' || !direct || !isLoopback(peer, url.hostname)) throw new Refusal('endpoint_not_found')
}

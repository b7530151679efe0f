import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import type { Incoming } from '../incoming.ts'
import { isLoopback } from '../request/loopback.ts'

/**
 * Lets only this machine in, in development: the inbox holds everybody's codes. To anyone else it does not exist.
 * @throws Refusal `endpoint_not_found`
 */
export function requireInbox({ mode }: Pick<HttpContext, 'mode'>, { peer, url }: Pick<Incoming, 'peer' | 'url'>): void {
  if (mode !== 'dev' || !isLoopback(peer, url.hostname)) throw new Refusal('endpoint_not_found')
}

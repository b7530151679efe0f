import { Refusal } from '../../domain/refusal.ts'
import { mintRefusal } from '../../flows/session.ts'
import { findMintable } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import { requireCurrent } from '../client/require-current.ts'
import type { Ports } from '../ports.ts'
import { noteExpired } from './note-expired.ts'

/** A session of the caller's client that may have a token, read beside the client where the URL names it, else in one query. @throws Refusal `signed_out`, `resource_not_found`, `authentication_invalid` */
export async function requireMintable(ports: Pick<Ports, 'clock' | 'storage'>, call: FrontendCall, sessionId: string) {
  if (call.client === null) throw new Refusal('signed_out')
  requireCurrent(call)
  const known = call.mintable?.session.id === sessionId ? call.mintable : null
  const found = known ?? (await findMintable(call.scope, { clientId: call.client.id, sessionId }))
  if (found === null) throw new Refusal('resource_not_found')
  const refusal = mintRefusal(found.session, found.user, call.instance.settings, ports.clock.now())
  if (refusal) {
    await noteExpired(ports, call, [found.session])
    throw new Refusal(refusal.code, refusal.detail)
  }
  return found
}

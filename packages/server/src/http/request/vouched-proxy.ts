import { FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import { isAllowedOrigin } from '../../domain/origins.ts'
import { Refusal } from '../../domain/refusal.ts'
import { noteUnknownKey } from '../../actions/keys/note-unknown-key.ts'
import type { Ports } from '../../actions/ports.ts'
import type { HttpContext } from '../context.ts'

/** What finding an instance takes. */
export type Lookup = Pick<HttpContext, 'instances' | 'publicOrigin'> & {
  readonly ports: Pick<Ports, 'publicUrl' | 'keyUsage' | 'storage' | 'refusals'>
}

/** A proxy that has the secret key of the instance. */
export interface VouchedProxy {
  /** Where browsers reach the instance through it, without a slash at its end; `null` when it did not say. */
  readonly url: string | null
  /** It is the server of an application with our own SDK. One of Clerk's SDKs forwards cookies instead. */
  readonly firstParty: boolean
}

/**
 * The proxy that a request came through, `null` when it names none. What a request says of a proxy without its key is not even read.
 * @throws Refusal `proxy_request_invalid_secret_key`, `origin_invalid`
 */
export async function vouchedProxy(context: Lookup, headers: Headers, instance: Instance): Promise<VouchedProxy | null> {
  const firstPartyKey = headers.get(FIRST_PARTY_HEADERS.secretKey)
  const firstParty = firstPartyKey !== null
  const secretKey = firstPartyKey ?? headers.get('clerk-secret-key')
  if (secretKey === null) return null
  const proven = await context.instances.findByKey(secretKey)
  const from = { ipAddress: null, userAgent: headers.get('user-agent')?.slice(0, 512) ?? null }
  if (proven === null) await noteUnknownKey(context.ports, secretKey, from)
  if (proven?.instance.id !== instance.id) throw new Refusal('proxy_request_invalid_secret_key')
  context.ports.keyUsage.note(proven.key, from)
  const text = headers.get(firstParty ? FIRST_PARTY_HEADERS.proxyUrl : 'clerk-proxy-url')
  if (text === null && !firstParty) return { url: null, firstParty }
  const url = URL.parse(text ?? '')
  if (url === null || !isAllowedOrigin(instance, url.origin)) throw new Refusal('origin_invalid', { meta: { origin: url?.origin ?? null } })
  const path = url.pathname.replace(/\/+$/, '')
  // Pages go on to paths below this one, and `//` would begin a host.
  if (firstParty && !/^(?:\/[\w.~-]+)*$/.test(path)) throw new Refusal('origin_invalid', { meta: { origin: url.origin } })
  return { url: url.origin + path, firstParty }
}

import { Refusal } from '../../domain/refusal.ts'
import type { Instance } from '../../domain/instance.ts'
import type { HttpContext } from '../context.ts'
import type { Incoming } from '../incoming.ts'
import { clientAddress } from './client-address.ts'
import { locateInstance } from './locate-instance.ts'

/** The instance that a URL names, where it names one; a key says which instance it is for. */
export async function namedInstance(context: HttpContext, incoming: Incoming): Promise<Instance | null> {
  try {
    return (await locateInstance(context, incoming)).instance
  } catch (error) {
    if (error instanceof Refusal && error.code === 'host_invalid') return null
    throw error
  }
}

/** Where a request with a key comes from. */
export function placeOf(context: HttpContext, { peer, request }: Incoming) {
  return {
    ipAddress: clientAddress(peer, request.headers.get('x-forwarded-for'), context.trustedProxies, false),
    userAgent: request.headers.get('user-agent')?.slice(0, 512) ?? null,
  }
}

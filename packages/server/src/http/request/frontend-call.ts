import { type Endpoint, type EndpointId, FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import { authenticateWithLastSession, authenticateWithSession, type ProvenClient } from '../../actions/client/authenticate-client.ts'
import { revokeClient } from '../../actions/client/revoke-client.ts'
import type { FrontendCall } from '../../actions/call.ts'
import type { HttpContext } from '../context.ts'
import type { Incoming } from '../incoming.ts'
import { canonicalAddress, clientAddress } from './client-address.ts'
import { clientCookieName, readCookie } from './cookies.ts'
import type { Located } from './locate-instance.ts'
import { isKnownOrigin } from './origin.ts'

/** A Frontend API request with its client, and how it carries its client token. */
export interface OpenedCall {
  readonly call: FrontendCall
  /** The token travels in `Authorization`, both ways, and there are no cookies: an app, not a browser. */
  readonly native: boolean
  /** Its token comes from a cookie, ours or the application's, and so from whatever page a browser was at. */
  readonly carriesCookie: boolean
}

type CalledEndpoint = Pick<Endpoint, 'id' | 'method' | 'response'>

/** Finds out who is calling: the client of the cookie, or of the header for an app that is no browser or an application's server. */
export async function openFrontendCall(
  context: HttpContext,
  endpoint: CalledEndpoint,
  incoming: Incoming,
  located: Located,
): Promise<OpenedCall> {
  const { instance, base, issuer, firstParty } = located
  const native = !firstParty && incoming.url.searchParams.get('_is_native') === '1'
  const token = tokenOf(context, incoming, located, native)
  const scope = { db: context.ports.storage.db, instanceId: instance.id }
  // The two requests that are sent most are answered from one read.
  const found =
    endpoint.id === ('frontend/get-session-state' satisfies EndpointId)
      ? await authenticateWithLastSession(context.ports, scope, token || null)
      : await authenticateWithSession(context.ports, scope, token || null, incoming.params.session_id)
  const caller = callerOf(context, incoming, located)
  if (firstParty || !located.vouched) {
    const forwarded = incoming.request.headers.has('x-forwarded-for')
    context.visitors.look({ peer: incoming.peer, forwarded, firstParty, ipAddress: caller.ipAddress })
  }
  if (found.proof === 'replayed') await revokeClient(context.ports, { instance, client: found.client!, caller })
  const { client, mintable, proof } = mayCall(endpoint, found) ? found : { client: null, mintable: null, proof: null }
  return {
    native,
    carriesCookie: token !== null && !native,
    call: { instance, scope, client, mintable, ...(proof !== null && { proof }), caller, base, issuer, firstParty },
  }
}

/** What a tab may be asking every second, or a second click, while a sign-in replaces its token. */
const OF_ATTEMPTS: readonly string[] = [
  'frontend/get-sign-in',
  'frontend/get-sign-up',
  'frontend/verify-link',
  'frontend/attempt-first-factor',
  'frontend/attempt-sign-up-verification',
] satisfies EndpointId[]

/**
 * A token that was replaced a moment ago reads what comes as JSON; one that a sign-in has outgrown reads attempts, and hears of a
 * code that it was used.
 */
function mayCall({ id, method, response }: CalledEndpoint, { proof }: ProvenClient): boolean {
  if (proof === 'outgrown') return OF_ATTEMPTS.includes(id)
  return (
    proof !== 'replayed' &&
    (proof === 'current' || OF_ATTEMPTS.includes(id) || (method === 'GET' && response !== 'redirect' && response !== 'html'))
  )
}

/** The client token as the request carries it, `null` where it carries none. */
function tokenOf({ ports }: HttpContext, { request }: Incoming, located: Located, native: boolean): string | null {
  const { headers } = request
  if (located.firstParty) return headers.get(FIRST_PARTY_HEADERS.clientToken)
  if (native) return headers.get('authorization')?.replace(/^Bearer /i, '') ?? null
  return readCookie(headers.get('cookie'), clientCookieName(located, ports.publicUrl))
}

/** Where a request comes from, as far as it can be believed. */
export function callerOf(context: HttpContext, incoming: Incoming, located: Located): FrontendCall['caller'] {
  const { headers } = incoming.request
  const { proxyOrigin, firstParty, vouched } = located
  // Same-origin reads name no origin; behind a proxy of the application they come from its pages all the same.
  const origin = firstParty ? proxyOrigin : (headers.get('origin') ?? proxyOrigin)
  const forwarded = headers.get('x-forwarded-for')
  // The application's server is the peer. It knows its visitor's address or it does not.
  const ipAddress = firstParty
    ? canonicalAddress(headers.get(FIRST_PARTY_HEADERS.clientIp) ?? '')
    : clientAddress(incoming.peer, forwarded, context.trustedProxies, vouched)
  return {
    ipAddress,
    userAgent: headers.get('user-agent')?.slice(0, 512) ?? null,
    origin: origin !== null && isKnownOrigin(located, origin) ? origin : null,
  }
}

import { type Endpoint, type EndpointId, FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import {
  authenticateWithAttempt,
  authenticateWithLastSession,
  authenticateWithSession,
  type ProvenClient,
} from '../../actions/client/authenticate-client.ts'
import { revokeClient } from '../../actions/client/revoke-client.ts'
import type { FrontendCall, KnownAttempt, KnownMintable } from '../../actions/call.ts'
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
  const found = await authenticate(context, scope, token || null, endpoint, incoming.params)
  const caller = callerOf(context, incoming, located)
  if (firstParty || !located.vouched) {
    const forwarded = incoming.request.headers.has('x-forwarded-for')
    context.visitors.look({ peer: incoming.peer, forwarded, firstParty, ipAddress: caller.ipAddress })
  }
  if (found.proof === 'replayed') await revokeClient(context.ports, { instance, client: found.client!, caller })
  const { client, mintable = null, attempt = null, proof } = mayCall(endpoint, found) ? found : NOBODY
  return {
    native,
    carriesCookie: token !== null && !native,
    call: { instance, scope, client, mintable, attempt, ...(proof !== null && { proof }), caller, base, issuer, firstParty },
  }
}

type Found = ProvenClient & { readonly mintable?: KnownMintable | null; readonly attempt?: KnownAttempt | null }

const NOBODY: Found = { client: null, proof: null }

/** The client of a token, with what the URL names of it or the endpoint is about, by one read. */
function authenticate(
  { ports }: HttpContext,
  scope: FrontendCall['scope'],
  token: string | null,
  { id }: CalledEndpoint,
  { session_id: sessionId, sign_in_id: signInId, sign_up_id: signUpId }: Incoming['params'],
): Promise<Found> {
  if (id === ('frontend/get-session-state' satisfies EndpointId)) return authenticateWithLastSession(ports, scope, token)
  if (signInId !== undefined) return authenticateWithAttempt(ports, scope, token, { kind: 'sign_in', id: signInId })
  if (signUpId !== undefined) return authenticateWithAttempt(ports, scope, token, { kind: 'sign_up', id: signUpId })
  return authenticateWithSession(ports, scope, token, sessionId)
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

import type { ClientJSON, Endpoint, EndpointId } from '@latchkey/protocol'
import { visitorOf } from '../../actions/audit/record.ts'
import type { FrontendCall } from '../../actions/call.ts'
import { loadClientView } from '../../actions/client/load-client-view.ts'
import { allowTraffic, refuseFlood } from '../../actions/instance/allow-traffic.ts'
import { requireSession, type SessionState } from '../../actions/session/current-session.ts'
import { requireReverified } from '../../actions/session/reverification.ts'
import { networkPrefix } from '../../domain/network.ts'
import { Refusal } from '../../domain/refusal.ts'
import { clientJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import type { FrontendRequest, Handler, SessionRequest } from '../handler.ts'
import type { Incoming } from '../incoming.ts'
import { clientCookies, withoutOtherClientCookie } from '../reply/cookies.ts'
import { type CorsHeaders, corsHeaders, explainOrigin } from '../reply/cors.ts'
import { errorReply, forPeople } from '../reply/error-reply.ts'
import { firstPartyReply, sessionOfView } from '../reply/first-party-reply.ts'
import type { Reply } from '../reply/reply.ts'
import { callerOf, openFrontendCall, type OpenedCall } from '../request/frontend-call.ts'
import type { Reached } from '../request/is-framed.ts'
import { type Located, locateInstance, nameInstance } from '../request/locate-instance.ts'
import { checkOrigin, isKnownOrigin } from '../request/origin.ts'
import type { Body } from '../request/parse-json.ts'
import { readBody } from '../request/read-body.ts'
import { readSecretKey } from '../request/keys.ts'

/** An answer, and who else than the asking page may read it. */
export interface Answer {
  readonly reply: Reply
  readonly cors: CorsHeaders | null
}

/** Browsers and apps of end users come in here: everything the endpoint table asks of them is asked before the handler is. */
export async function frontendDoor(
  context: HttpContext,
  endpoint: Endpoint,
  handler: Handler<SessionRequest>,
  incoming: Incoming,
  early: Body | null,
): Promise<Answer> {
  let located: Located | null = null
  let opened: OpenedCall | null = null
  try {
    located = await locateInstance(context, incoming)
    const caller = callerOf(context, incoming, located)
    const flooder = endpoint.bucket === null || endpoint.bucket === 'token' ? null : sender(endpoint, { client: null, caller })
    if (flooder !== null) refuseFlood(context.ports, located.instance, endpoint.bucket!, flooder, visitorOf({ client: null, caller }))
    opened = await openFrontendCall(context, endpoint, incoming, located)
    const request = await admit(context, endpoint, incoming, located, opened, early)
    // A handler that takes no session is not hurt by the lack of one; which of them does is in the types of the registry.
    const reply = await handler(context, request as SessionRequest)
    return { reply: await withToken(context, endpoint, incoming, opened, reply), cors: corsOf(incoming, located) }
  } catch (error) {
    const { client, session } = opened !== null && isSessionExists(error) ? await currentClient(context, opened.call, error) : NOTHING_KNOWN
    const reached = located ?? (await namedBy(context, incoming))
    const plain = { ...explainOrigin(errorReply(context.ports, error, endpoint.id, client), reached?.instance ?? null), session }
    const reply = opened === null ? plain : await withToken(context, endpoint, incoming, opened, plain)
    return { reply: isLookedAt(endpoint) ? forPeople(context, reply, incoming.request, reached) : reply, cors: corsOf(incoming, located) }
  }
}

/** What the URL alone says, for a page that tells what went wrong on the way. */
async function namedBy(context: HttpContext, incoming: Incoming): Promise<Reached | null> {
  const named = await nameInstance(context, incoming).catch(() => null)
  return named && { instance: named.instance, base: named.own }
}

async function admit(
  context: HttpContext,
  endpoint: Endpoint,
  incoming: Incoming,
  located: Located,
  opened: OpenedCall,
  early: Body | null,
): Promise<FrontendRequest | SessionRequest> {
  const { headers } = incoming.request
  const { call } = opened
  if (readSecretKey(headers.get('authorization')) !== null) throw new Refusal('authorization_invalid')
  checkOrigin(endpoint, located, headers, opened.carriesCookie)
  const who = sender(endpoint, call)
  if (endpoint.bucket !== null && who !== null) await allowTraffic(context.ports, call.instance, endpoint.bucket, who, visitorOf(call))
  // Counted all the same: whoever asks without a client costs a look for one.
  if (endpoint.auth !== 'public' && call.client === null) throw new Refusal(nothingWithout(endpoint))
  const request = {
    params: incoming.params,
    query: incoming.url.searchParams,
    body: early ?? (await readBody(incoming.request)),
    incoming,
    call,
    passive: isPassive(incoming.request),
  }
  if (endpoint.auth !== 'session') return request
  const session = await requireSession(context.ports, call, request.query.get('_clerk_session_id'))
  if (endpoint.reverified === true) await requireReverified(context.ports, call, session)
  return { ...request, session }
}

/** Without a client there is no session to be signed in with; and an attempt of nobody's is not to be found. */
function nothingWithout(endpoint: Endpoint): 'signed_out' | 'resource_not_found' {
  return /\/sign_(in|up)s\//.test(endpoint.path) ? 'resource_not_found' : 'signed_out'
}

/**
 * Whom a request counts for. Tokens are asked for by every tab of everybody behind one address, so they are counted by client; and
 * so is whoever's address is not known: counted together, the visitors of such an application would lock each other out.
 */
function sender(endpoint: Endpoint, { client, caller }: Pick<FrontendCall, 'client' | 'caller'>): string | null {
  if (caller.ipAddress === null || (endpoint.bucket === 'token' && client !== null)) return client?.id ?? null
  return networkPrefix(caller.ipAddress)
}

function isPassive({ method, headers }: Request): boolean {
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-moz') ?? ''
  const destination = headers.get('sec-fetch-dest') ?? 'document'
  return method === 'HEAD' || /prefetch|preview/i.test(purpose) || destination !== 'document'
}

/** Whoever asks for one of these wants nobody to be signed in here, whether anybody was or not. */
const SIGN_OUTS: readonly string[] = [
  'frontend/delete-sessions',
  'frontend/end-session',
  'frontend/remove-session',
  'pages/sign-out',
] satisfies (EndpointId | `pages/${string}`)[]

/** A new client token goes back the way the old one came. */
async function withToken(
  context: HttpContext,
  endpoint: Endpoint,
  { request }: Incoming,
  { native, call }: OpenedCall,
  reply: Reply,
): Promise<Reply> {
  if (call.firstParty) return firstPartyReply(context, call, reply)
  const { publicUrl } = context.ports
  const newToken = reply.outcome?.newToken ?? null
  if (native) return newToken === null ? reply : { ...reply, headers: { ...reply.headers, Authorization: newToken } }
  if (newToken === null && !SIGN_OUTS.includes(endpoint.id)) return reply
  const made = reply.outcome === null ? [] : clientCookies(call, publicUrl, reply.outcome)
  return { ...reply, cookies: [...reply.cookies, ...made, ...withoutOtherClientCookie(call, publicUrl, request.headers.get('cookie'))] }
}

/** A browser goes there by itself, so a person sees what comes back. */
function isLookedAt({ response }: Endpoint): boolean {
  return response === 'html' || response === 'redirect'
}

/** The `Origin` of a known page may read the answer, a refusal included: SDKs need its code. An application's own pages need no leave. */
export function corsOf({ request }: Incoming, located: Located | null): CorsHeaders | null {
  if (located?.firstParty === true) return null
  const origin = request.headers.get('origin')
  return corsHeaders(origin !== null && located !== null && isKnownOrigin(located, origin) ? origin : null)
}

function isSessionExists(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code === 'session_exists'
}

/** The client as it is, with a token for the session in the way: SDKs then carry on as signed in. */
async function currentClient({ ports }: HttpContext, call: FrontendCall, { detail }: Refusal): Promise<typeof NOTHING_KNOWN> {
  if (call.client === null) return NOTHING_KNOWN
  const named = typeof detail.meta?.session_id === 'string' ? detail.meta.session_id : null
  const view = await loadClientView(ports, call, call.client, call.firstParty ? call.client.lastActiveSessionId : named)
  const { shown, session } = call.firstParty ? sessionOfView(view) : { shown: view, session: null }
  return { client: clientJson(shown, ports.clock.now()), session }
}

const NOTHING_KNOWN: { readonly client: ClientJSON | null; readonly session: SessionState | null } = { client: null, session: null }

import { frontendApiBase } from '../../domain/frontend-api.ts'
import type { Instance } from '../../domain/instance.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import type { Incoming } from '../incoming.ts'
import { clientAddress } from './client-address.ts'
import { type Lookup, vouchedProxy } from './vouched-proxy.ts'

/** The instance that a URL names, and what may be said of the way the request came. */
export interface Located {
  readonly instance: Instance
  /** Start of every link: from our own configuration, or from a proxy that proved itself. Never from `Host`. */
  readonly base: string
  /** `iss` of the tokens that are minted on the way: the base, or the canonical one for an application's own server. */
  readonly issuer: string
  /** A proxy vouched for this request with the instance's secret key. */
  readonly vouched: boolean
  /** Origin of the application whose proxy that was, where it gave its URL. */
  readonly proxyOrigin: string | null
  /** That proxy is the application's own server, which speaks in headers and keeps the cookies. */
  readonly firstParty: boolean
}

/**
 * Finds the instance by `/i/<slug>`, then by host, and the proxy the request came through, if any.
 * @throws Refusal `resource_not_found`, `host_invalid`, `proxy_request_invalid_secret_key`, `origin_invalid`
 */
export async function locateInstance(context: Lookup, incoming: Incoming): Promise<Located> {
  const { instance, own } = await nameInstance(context, incoming)
  const proxy = await vouchedProxy(context, incoming.request.headers, instance)
  const url = proxy?.url ?? null
  const firstParty = proxy?.firstParty === true
  return {
    instance,
    base: url ?? own,
    issuer: firstParty ? frontendApiBase(instance, context.ports.publicUrl) : (url ?? own),
    vouched: proxy !== null,
    proxyOrigin: url === null ? null : new URL(url).origin,
    firstParty,
  }
}

/**
 * The instance a URL names, whoever carries the request, and where it is reached by that name.
 * @throws Refusal `resource_not_found`, `host_invalid`
 */
export async function nameInstance(
  context: Lookup,
  { slug, url }: Incoming,
): Promise<{ readonly instance: Instance; readonly own: string }> {
  const named = slug === null || !/^[a-z0-9-]{1,63}$/.test(slug) ? null : await context.instances.find({ slug })
  if (named === null && slug !== null) throw new Refusal('resource_not_found')
  const hosted = await instanceOfHost(context, url)
  if (named !== null && hosted !== null && hosted.id !== named.id) throw new Refusal('resource_not_found')
  const instance = named ?? hosted
  if (instance === null) throw new Refusal('host_invalid')
  return { instance, own: named === null ? `https://${instance.host}` : `${context.ports.publicUrl}/i/${instance.slug}` }
}

/** The instance that has this host for its own. The server's host and this machine's names are nobody's own. */
async function instanceOfHost(context: Pick<HttpContext, 'instances' | 'publicOrigin'>, url: URL): Promise<Instance | null> {
  if (context.publicOrigin.endsWith(`//${url.host}`) || /(^|\.)localhost$|^[\d.]+$|^\[/.test(url.hostname)) return null
  return context.instances.find({ host: url.host })
}

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

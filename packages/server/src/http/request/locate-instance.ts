import { Refusal } from '../../domain/refusal.ts'
import type { Instance } from '../../domain/instance.ts'
import { isAllowedOrigin } from '../../domain/origins.ts'
import type { HttpContext } from '../context.ts'
import type { Incoming } from '../incoming.ts'

/** The instance that a URL names, and what may be said of the way the request came. */
export interface Located {
  readonly instance: Instance
  /** Issuer and start of every link: from our own configuration, or from a proxy that proved itself. Never from `Host`. */
  readonly base: string
  /** A proxy vouched for this request with the instance's secret key. */
  readonly vouched: boolean
  /** Origin of the application whose proxy that was, where it gave its URL. */
  readonly proxyOrigin: string | null
}

type Lookup = Pick<HttpContext, 'instances' | 'publicOrigin'> & { readonly ports: { readonly publicUrl: string } }

/**
 * Finds the instance by `/i/<slug>`, then by host.
 * @throws Refusal `resource_not_found`, `host_invalid`, `proxy_request_invalid_secret_key`, `origin_invalid`
 */
export async function locateInstance(context: Lookup, incoming: Incoming): Promise<Located> {
  const { slug } = incoming
  const named = slug === null || !/^[a-z0-9-]{1,63}$/.test(slug) ? null : await context.instances.find({ slug })
  if (named === null && slug !== null) throw new Refusal('resource_not_found')
  const hosted = await instanceOfHost(context, incoming.url)
  if (named !== null && hosted !== null && hosted.id !== named.id) throw new Refusal('resource_not_found')
  const instance = named ?? hosted
  if (instance === null) throw new Refusal('host_invalid')
  const proxy = await vouchedProxy(context, incoming.request.headers, instance)
  const own = named === null ? `https://${instance.host}` : `${context.ports.publicUrl}/i/${instance.slug}`
  const url = proxy?.url ?? null
  return { instance, base: url ?? own, vouched: proxy !== null, proxyOrigin: url === null ? null : new URL(url).origin }
}

/** The instance that has this host for its own. The server's host and this machine's names are nobody's own. */
async function instanceOfHost(context: Lookup, url: URL): Promise<Instance | null> {
  if (context.publicOrigin.endsWith(`//${url.host}`) || /(^|\.)localhost$|^[\d.]+$|^\[/.test(url.hostname)) return null
  return context.instances.find({ host: url.host })
}

async function vouchedProxy(context: Lookup, headers: Headers, instance: Instance): Promise<{ readonly url: string | null } | null> {
  const secretKey = headers.get('clerk-secret-key')
  if (secretKey === null) return null
  const proven = await context.instances.find({ secretKey })
  if (proven?.id !== instance.id) throw new Refusal('proxy_request_invalid_secret_key')
  const text = headers.get('clerk-proxy-url')
  if (text === null) return { url: null }
  const url = URL.parse(text)
  if (url === null || !isAllowedOrigin(instance, url.origin)) throw new Refusal('origin_invalid', { meta: { origin: url?.origin ?? null } })
  return { url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
}

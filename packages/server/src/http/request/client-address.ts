import { isIP } from 'node:net'
import type { TrustedProxies } from './trusted-proxies.ts'

/**
 * Where a request comes from: the peer of the socket, or, when the peer is a trusted proxy, the right-most address in
 * `X-Forwarded-For` that is none. A list that cannot be read changes nothing. IPv4 in IPv6 is told as IPv4.
 * @param peer address of the socket, `null` when the server was embedded without one
 * @param vouched the request carries this instance's secret key, which is as good as a trusted address
 */
export function clientAddress(peer: string | null, forwardedFor: string | null, trusted: TrustedProxies, vouched: boolean): string | null {
  const socket = peer === null ? null : canonicalAddress(peer)
  if (forwardedFor === null || !(vouched || (socket !== null && trusted.has(socket)))) return socket
  const hops = forwardedFor.split(',').map((hop) => canonicalAddress(hop.trim()))
  if (hops.length > 100) return socket
  // Beyond a hop that is not an address nobody knows who wrote what.
  for (const hop of hops.toReversed()) {
    if (hop === null) return socket
    if (!trusted.has(hop)) return hop
  }
  return hops[0] ?? socket
}

/** An address in its one spelling, IPv4 in IPv6 as IPv4; `null` for a text that is none. */
export function canonicalAddress(text: string): string | null {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(text)?.[1] ?? text
  const version = isIP(mapped)
  if (version === 0) return null
  return version === 4 ? mapped : (URL.parse(`http://[${mapped.split('%')[0]}]/`)?.hostname.slice(1, -1) ?? null)
}

import { BlockList, isIP } from 'node:net'

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

/** The proxies whose word about an address is believed. */
export interface TrustedProxies {
  has(ipAddress: string): boolean
}

/**
 * Proxies by address or CIDR range, such as `10.0.0.0/8` or `::1`.
 * @throws Error in one sentence that names the entry that is neither, or that is everybody
 */
export function trustedProxies(ranges: readonly string[]): TrustedProxies {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits, ...rest] = range.split('/')
    const version = isIP(address)
    const family = version === 6 ? 'ipv6' : 'ipv4'
    const width = bits === undefined ? (version === 6 ? 128 : 32) : Number(bits)
    if (version === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits ?? '0') || width > (version === 6 ? 128 : 32)) {
      throw new Error(`Not an address or a CIDR range of a trusted proxy: ${range}`)
    }
    // It would believe every visitor about their own address, and no limit per network would hold.
    if (width === 0)
      throw new Error(`Everybody would be a trusted proxy and could claim any address: ${range}. Name the networks of your proxies only`)
    list.addSubnet(address, width, family)
  }
  return { has: (ipAddress) => isIP(ipAddress) !== 0 && list.check(ipAddress, isIP(ipAddress) === 6 ? 'ipv6' : 'ipv4') }
}

const name = /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Does this request come from this machine, and does it mean this machine?
 * A page that had its name rebound to 127.0.0.1 fails the second.
 */
export function isLoopback(peer: string | null, hostname: string): boolean {
  return peer !== null && /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/i.test(peer) && name.test(hostname)
}

import { BlockList, isIP } from 'node:net'

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

/** Adds to a URL where to come back to, unless it says so already. @param back a path or a URL */
export function withReturn(to: string, back: string): string {
  const [, address = '', hash = ''] = /^([^#]*)(#[^]*)?$/.exec(to) ?? []
  if (/[?&]redirect_url=/.test(address)) return to
  return `${address}${address.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(back)}${hash}`
}

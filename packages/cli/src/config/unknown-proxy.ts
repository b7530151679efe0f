/**
 * What a server for production cannot know about its visitors, and what to do; `null` where nothing shows. It speaks plain HTTP, so with an
 * https address, or where only this machine reaches it, a proxy stands in front.
 */
export function unknownProxy(of: {
  readonly publicUrl: string
  readonly host: string
  readonly trustedProxies: readonly string[]
}): { readonly what: string; readonly remedy: string } | null {
  const behind = of.publicUrl.startsWith('https:') || /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(of.host)
  if (!behind || of.trustedProxies.length > 0) return null
  return {
    what:
      "A proxy has to stand in front of this server, and LATCHKEY_TRUSTED_PROXIES names none: visitors share the proxy's " +
      'address and its limits.',
    remedy: 'Set LATCHKEY_TRUSTED_PROXIES to the address or network of the proxy, such as 127.0.0.1 or 10.0.0.0/8.',
  }
}

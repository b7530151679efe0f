import { FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import type { Settings } from '../settings/read-settings.ts'

/** What is handed on of a browser's request, and nothing else: no cookie, no authorization, no word about other proxies. */
const PASSED = ['origin', 'sec-fetch-site', 'sec-fetch-dest', 'sec-purpose', 'user-agent', 'accept', 'accept-language', 'content-type']

/** The visitor's own part of a request to the server. */
export interface Visitor {
  readonly headers: Headers
  /** Where the app is reached, with `/__latchkey`. */
  readonly proxyUrl: string
  readonly clientToken: string | null
}

/** The headers of a request to the server on behalf of a visitor. */
export function serverHeaders({ headers, proxyUrl, clientToken }: Visitor, settings: Settings): Headers {
  const sent = new Headers()
  for (const name of PASSED) {
    const value = headers.get(name)
    if (value !== null) sent.set(name, value)
  }
  sent.set(FIRST_PARTY_HEADERS.secretKey, settings.secretKey)
  sent.set(FIRST_PARTY_HEADERS.proxyUrl, proxyUrl)
  if (clientToken !== null) sent.set(FIRST_PARTY_HEADERS.clientToken, clientToken)
  const ip = visitorAddress(headers.get('x-forwarded-for'), settings.trustedHops)
  if (ip !== null) sent.set(FIRST_PARTY_HEADERS.clientIp, ip)
  return sent
}

/**
 * The visitor's address, as the outermost proxy that is trusted saw it. Next.js hands on what a visitor wrote there herself, so
 * without a proxy in front nothing is known.
 */
function visitorAddress(forwardedFor: string | null, hops: number): string | null {
  if (forwardedFor === null || hops === 0) return null
  const address =
    forwardedFor
      .split(',')
      .at(-hops)
      ?.trim()
      .replace(/^\[|\](?::\d+)?$/g, '') ?? ''
  return /^[\da-fA-F.:]{2,45}$/.test(address) ? address : null
}

import { encodeBase64Url } from './base64url.ts'

/** The headers that an application's own server and the Latchkey server speak to each other in. @see docs/protocol-first-party.md */
export const FIRST_PARTY_HEADERS = {
  /** Request: the secret key of the instance, which proves the application's server. */
  secretKey: 'latchkey-secret-key',
  /** Request: where browsers reach this instance on the application's origin, such as `https://app.example.com/__latchkey`. */
  proxyUrl: 'latchkey-proxy-url',
  /** Request: the value of the application's client cookie. Response: the one to keep from now on. */
  clientToken: 'latchkey-client-token',
  /** Request: the visitor's network address, where the application knows it. */
  clientIp: 'latchkey-client-ip',
  /** Response: the session in use, or {@link NO_SESSION}. */
  session: 'latchkey-session',
  /** Response: a fresh session token for the application's session cookie. */
  sessionToken: 'latchkey-session-token',
  /** Response: the code of a refusal whose body is a page for people. */
  error: 'latchkey-error',
} as const

/** What stands for 'nobody is signed in' where a session's id would. */
export const NO_SESSION = 'none'

/**
 * What ties the session token of a cookie to the client token of the cookie beside it: `cnf.client` of the one is this of the other.
 * @param sha256 the 32 bytes of the SHA-256 of the client token's text
 * @returns the first 16 of them in base64url, 22 characters
 * @throws RangeError for anything but 32 bytes
 * @see RFC 7800, section 3
 */
export function clientConfirmation(sha256: Uint8Array): string {
  if (sha256.length !== 32) throw new RangeError('A SHA-256 has 32 bytes.')
  return encodeBase64Url(sha256.subarray(0, 16))
}

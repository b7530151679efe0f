/** HMAC-SHA-256 of a text in hexadecimal, on every runtime. @see RFC 2104 */
export async function keyedHash(secret: string, text: string): Promise<string> {
  const bytes = (of: string) => new TextEncoder().encode(of)
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

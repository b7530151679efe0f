/** ES2026, which not every runtime has yet, and not every TypeScript knows: to declare it for all would meet the declaration of those that do. */
interface NativeDecoder {
  readonly fromBase64?: (text: string, options: { readonly alphabet: 'base64url' }) => Uint8Array<ArrayBuffer>
}

/** @see https://tc39.es/proposal-arraybuffer-base64/ */
const { fromBase64 } = Uint8Array as NativeDecoder

/** Base64url without padding. @see RFC 4648, section 5 */
export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/**
 * Decodes only the one spelling `encodeBase64Url` would give and answers null to every other: padding, white space, the other alphabet,
 * or stray bits at the end would let one token pass under several names.
 */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || !endsClean(text)) return null
  // Five times as fast. One character too many is `null`, as the other way below has it.
  if (fromBase64 !== undefined) return text.length % 4 === 1 ? null : fromBase64(text, { alphabet: 'base64url' })
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/** Two characters beyond a multiple of four hold one byte and four bits that must be zero, three hold two bytes and two such bits. */
function endsClean(text: string): boolean {
  const last = text.at(-1)!
  if (text.length % 4 === 0) return true
  return text.length % 4 === 2 ? 'AQgw'.includes(last) : text.length % 4 === 3 && 'AEIMQUYcgkosw048'.includes(last)
}

/**
 * ES2026, which not every runtime has yet, and not every TypeScript knows: to declare it for all would meet the declaration of
 * those that do.
 * @see https://tc39.es/proposal-arraybuffer-base64/
 */
interface NativeDecoder {
  readonly fromBase64?: (text: string, options: { readonly alphabet: 'base64url' }) => Uint8Array<ArrayBuffer>
}

interface NativeBytes {
  toBase64?(options: { readonly alphabet: 'base64url'; readonly omitPadding: true }): string
  setFromBase64?(text: string, options: { readonly alphabet: 'base64url' }): { readonly written: number }
}

const decoding = { alphabet: 'base64url' } as const
const encoding = { alphabet: 'base64url', omitPadding: true } as const

/** Base64url without padding. @see RFC 4648, section 5 */
export function encodeBase64Url(bytes: Uint8Array): string {
  const native: NativeBytes = bytes as NativeBytes
  if (native.toBase64 !== undefined) return native.toBase64(encoding)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/**
 * Is this spelled as `encodeBase64Url` would spell it? Padding, white space, the other alphabet or stray bits at the end would let
 * one token pass under several names.
 */
export function isBase64Url(text: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(text) && endsClean(text)
}

/**
 * Decodes only the one spelling `encodeBase64Url` would give and answers null to every other.
 * @param room memory that may be used for it, which spares memory of its own: what is answered is good until the next call with it
 */
export function decodeBase64Url(text: string, room?: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  if (!isBase64Url(text)) return null
  if (room !== undefined && room.length * 4 >= text.length * 3) {
    const written = (room as NativeBytes).setFromBase64?.(text, decoding).written
    if (written !== undefined) return room.subarray(0, written)
  }
  // Five times as fast as the other way below.
  const { fromBase64 } = Uint8Array as NativeDecoder
  if (fromBase64 !== undefined) return fromBase64(text, decoding)
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/**
 * Two characters beyond a multiple of four hold one byte and four bits that must be zero, three hold two bytes and two such bits;
 * one is none.
 */
function endsClean(text: string): boolean {
  const last = text.at(-1)!
  switch (text.length % 4) {
    case 1:
      return false
    case 2:
      return 'AQgw'.includes(last)
    case 3:
      return 'AEIMQUYcgkosw048'.includes(last)
    default:
      return true
  }
}

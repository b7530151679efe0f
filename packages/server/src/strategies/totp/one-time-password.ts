/*
 * Time-based one-time passwords as authenticator apps make them: SHA-1, six digits, thirty seconds. Apps pass over other parameters in
 * silence, so there are no others.
 */

/** HMAC-SHA-1 of a message by a key. */
export type HmacSha1 = (key: Uint8Array, message: Uint8Array) => Uint8Array

/** For how long one password stands, in milliseconds. @see RFC 6238 section 5.2 */
export const STEP_MS = 30_000

/** Bytes of a new key: those of the hash. @see RFC 4226 section 4, R6 */
export const KEY_BYTES = 20

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as people type them into an app. @see RFC 4648 section 6, without padding */
export function toBase32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0]
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31]!
  }
  return bits === 0 ? text : text + letters[(held << (5 - bits)) & 31]!
}

/** The inverse of {@link toBase32}, whatever the case; `null` for a text that is none. */
export function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = []
  let [bits, held] = [0, 0]
  for (const letter of text.toUpperCase()) {
    const value = letters.indexOf(letter)
    if (value < 0) return null
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
  }
  return Uint8Array.from(bytes)
}

/** The six digits of one step. @see RFC 4226 section 5.3, RFC 6238 section 4 */
export function passwordOf(hmac: HmacSha1, key: Uint8Array, step: number): string {
  const counter = new Uint8Array(8)
  new DataView(counter.buffer).setBigUint64(0, BigInt(step))
  const mac = hmac(key, counter)
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength)
  const number = view.getUint32(mac[mac.length - 1]! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** The step that it is now. @param now epoch milliseconds */
export function stepAt(now: number): number {
  return Math.floor(now / STEP_MS)
}

/**
 * What an app reads from a QR code.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function keyUri({ issuer, label, secret }: { readonly issuer: string; readonly label: string; readonly secret: string }): string {
  // An app splits the label at its first colon.
  const named = encodeURIComponent(issuer.replaceAll(':', ' ').trim())
  return `otpauth://totp/${named}:${encodeURIComponent(label)}?secret=${secret}&issuer=${named}&algorithm=SHA1&digits=6&period=30`
}

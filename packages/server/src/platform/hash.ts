import { createHmac, hash, timingSafeEqual } from 'node:crypto'

/** SHA-256 as base64url: how a token of 128 random bits or more is stored and looked up. */
export function sha256(text: string): string {
  return hash('sha256', text, 'base64url')
}

/** SHA-1 as base64: only for the cookie suffix, which is a name and no secret. */
export function sha1Base64(text: string): string {
  return hash('sha1', text, 'base64')
}

/** HMAC-SHA-1: what authenticator apps count by. */
export function hmacSha1(key: Uint8Array, message: Uint8Array): Uint8Array {
  return Uint8Array.from(createHmac('sha1', key).update(message).digest())
}

/** HMAC-SHA-256: how a secret too short to be hashed alone, such as a six-digit code, is stored. */
export function hmacSha256(key: Uint8Array, text: string): Uint8Array {
  // An empty key would make a plain hash of it, and a plain hash of six digits is the six digits.
  if (key.length < 16) throw new RangeError('An HMAC key has at least 16 bytes.')
  return Uint8Array.from(createHmac('sha256', key).update(text).digest())
}

/** Are two texts the same? Takes as long for a near miss as for a hit. Both are hashed first, so lengths do not show either. */
export function constantTimeEqual(a: string, b: string): boolean {
  const left = hash('sha256', a, 'buffer')
  const right = hash('sha256', b, 'buffer')
  return timingSafeEqual(left, right)
}

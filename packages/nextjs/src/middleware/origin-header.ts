import { keyedHash } from '../platform/keyed-hash.ts'

/**
 * Tells the app's own code where the app is reached, which only the middleware may have been told. Whom a token was made for is held
 * against it, and a request that no middleware saw may say anything, so it is sealed with the secret key.
 */
export const ORIGIN_HEADER = 'x-latchkey-origin'

const known = new Map<string, string>()
const mostKnown = 100

/** The header's value for an origin. */
export async function sealedOrigin(origin: string, secretKey: string): Promise<string> {
  const name = `${secretKey} ${origin}`
  const found = known.get(name)
  if (found !== undefined) return found
  const value = await seal(origin, secretKey)
  remember(name, value)
  return value
}

/** The origin that the middleware said, `null` for what anybody else wrote. */
export async function openedOrigin(value: string | null, secretKey: string): Promise<string | null> {
  const origin = /^(https?:\/\/\S{1,300}) [0-9a-f]{64}$/.exec(value ?? '')?.[1]
  if (origin === undefined) return null
  const name = `${secretKey} ${origin}`
  const held = known.get(name)
  if (held !== undefined) return sameText(value!, held) ? origin : null
  const expected = await seal(origin, secretKey)
  if (!sameText(value!, expected)) return null
  remember(name, expected)
  return origin
}

async function seal(origin: string, secretKey: string): Promise<string> {
  return `${origin} ${await keyedHash(secretKey, `${ORIGIN_HEADER} ${origin}`)}`
}

/** Whoever names many hosts keeps the app's own out for no longer than they go on. */
function remember(name: string, value: string): void {
  known.set(name, value)
  if (known.size > mostKnown) known.delete(known.keys().next().value!)
}

/** Found out in a time that depends on the length alone. */
function sameText(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}

import type { RsaJwk } from '../platform/token-crypto.ts'

/** The RSA keys of a key set that signatures may be checked with, by their id; `null` when the text is no key set. Keys of other kinds are left out. */
export function parseKeySet(value: unknown): ReadonlyMap<string, RsaJwk> | null {
  if (!isRecord(value) || !Array.isArray(value.keys)) return null
  return new Map(value.keys.filter(isSigningKey).map((key) => [key.kid, key]))
}

function isSigningKey(key: unknown): key is RsaJwk {
  if (!isRecord(key)) return false
  const { kty, kid, n, e, use = 'sig', alg = 'RS256', key_ops: operations = ['verify'] } = key
  const verifies = use === 'sig' && alg === 'RS256' && Array.isArray(operations) && operations.includes('verify')
  return kty === 'RSA' && verifies && [kid, n, e].every((text) => typeof text === 'string' && text !== '')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

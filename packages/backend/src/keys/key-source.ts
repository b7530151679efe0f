import type { RsaJwk, TokenCrypto, VerifySignature } from '../platform/token-crypto.ts'
import type { ServerClock } from './server-clock.ts'

/** A key; `null` when there is none such, `unavailable` when nobody could say. */
export type FoundKey = VerifySignature | null | 'unavailable'

/** Where the keys that tokens are signed with are found: at once, where nothing has to be asked. */
export interface KeySource {
  /** @param kid the key's id, as the token names it @param now epoch milliseconds */
  find(kid: string, now: number): FoundKey | Promise<FoundKey>
  /** The clock of the server that the keys come from; none where they were given by hand. */
  readonly clock?: ServerClock
  /** Reads that clock anew. @param now epoch milliseconds @param old how old a reading is that will do, in milliseconds */
  readClock?(now: number, old: number): Promise<void>
}

/** One key that was given by hand, whatever a token calls it. @throws when it is no PEM block of an RSA key */
export async function pemKeySource(crypto: TokenCrypto, pem: string): Promise<KeySource> {
  const verify = await crypto.importPem(pem)
  return { find: () => verify }
}

/** A key set that was given by hand. */
export function fixedKeySource(crypto: TokenCrypto, keys: ReadonlyMap<string, RsaJwk>): KeySource {
  const imported = importOnce(crypto)
  return {
    find: (kid) => {
      const key = keys.get(kid)
      return key === undefined ? null : imported(key)
    },
  }
}

/** Imports each key when it is first used; a key that cannot be used is as good as none. */
export function importOnce(crypto: TokenCrypto): (key: RsaJwk) => VerifySignature | null | Promise<VerifySignature | null> {
  const imported = new WeakMap<RsaJwk, VerifySignature | null | Promise<VerifySignature | null>>()
  return (key) => {
    const found = imported.get(key)
    if (found !== undefined) return found
    const importing = (async () => crypto.importJwk(key))().catch(() => null)
    imported.set(key, importing)
    void importing.then((done) => imported.set(key, done))
    return importing
  }
}

/**
 * The RSA keys of a key set that signatures may be checked with, by their id; `null` when the text is no key set. Keys of other
 * kinds are left out.
 */
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

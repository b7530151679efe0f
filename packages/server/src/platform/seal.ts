import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { systemRandom } from './random.ts'

/** Encryption of what must be read again (signing keys, mail waiting to be sent), under a key that the database never holds. */
export interface Seal {
  /** @param context where the value lives, `instance|table|column|row`: a value moved elsewhere does not open */
  seal(context: string, text: string): string
  /** @throws Error when the value, its place or its key is not the one it was sealed with; there is no way around */
  open(context: string, sealed: string): string
  /** A secret of 32 bytes for keyed hashes, one per label, of the key that seals now. */
  pepper(label: string): Uint8Array
  /** The same of the other keys: what was hashed before a change of keys is still known. */
  otherPeppers(label: string): readonly Uint8Array[]
  /** The id of the key it was given to seal with. */
  readonly kid: string
  /** The ids of all keys that open, that one first. */
  readonly kids: readonly string[]
  /** The id of the key that seals now. */
  sealsWith(): string
  /** Seals with another of its keys from now on: all processes on a database seal with one. @throws Error when it has no such key */
  use(kid: string): void
}

interface SealingKey {
  readonly kid: string
  readonly key: Uint8Array
  pepper(label: string): Uint8Array
}

const version = 'v1'
const ivBytes = 12
const tagBytes = 16

/**
 * Seals with AES-256-GCM as `v1.<key id>.<iv>.<ciphertext and tag>`, each part in base64url.
 * @param kek key-encryption key of 32 bytes: seals, and opens what it sealed
 * @param oldKeks earlier ones, which open, and seal for as long as the database says so ({@link Seal.use})
 * @see NIST SP 800-38D, RFC 5869
 */
export function createSeal(kek: Uint8Array, oldKeks: readonly Uint8Array[] = []): Seal {
  const given = sealingKey(kek)
  const keys = new Map([given, ...oldKeks.map(sealingKey)].map((each) => [each.kid, each]))
  let current = given
  return {
    kid: given.kid,
    kids: [...keys.keys()],
    sealsWith: () => current.kid,
    use(kid) {
      const wanted = keys.get(kid)
      if (wanted === undefined) throw new Error('The secrets key that seals is not one that this process has.')
      current = wanted
    },
    seal(context, text) {
      const iv = systemRandom.bytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', current.key, iv, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(context))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${version}.${current.kid}.${Buffer.from(iv).toString('base64url')}.${sealed.toString('base64url')}`
    },
    open(context, sealed) {
      const parts = sealed.split('.')
      if (parts.length !== 4 || parts[0] !== version) throw new Error('A sealed value has a form this version does not know.')
      const key = keys.get(parts[1]!)?.key
      if (!key) throw new Error('A value was sealed with a secrets key that this server does not have.')
      const iv = decode(parts[2]!)
      const body = decode(parts[3]!)
      if (iv?.length !== ivBytes || !body || body.length < tagBytes) throw broken()
      const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(body.subarray(-tagBytes))
      try {
        return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]).toString('utf8')
      } catch {
        throw broken()
      }
    },
    pepper: (label) => current.pepper(label),
    otherPeppers: (label) => [...keys.values()].filter((key) => key !== current).map((key) => key.pepper(label)),
  }
}

function sealingKey(kek: Uint8Array): SealingKey {
  if (kek.length !== 32) throw new RangeError('A secrets key has 32 bytes.')
  const peppers = new Map<string, Uint8Array>()
  return {
    kid: Buffer.from(derive(kek, 'kid', 6)).toString('base64url'),
    key: derive(kek, 'seal', 32),
    pepper(label) {
      const known = peppers.get(label) ?? derive(kek, `pepper|${label}`, 32)
      peppers.set(label, known)
      return known
    },
  }
}

function derive(kek: Uint8Array, info: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', kek, '', `latchkey|${info}`, length))
}

/** One spelling per value: anything that would not be written again the same way is refused. */
function decode(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

function broken(): Error {
  return new Error('A sealed value does not open: it was changed, or moved from where it was sealed.')
}

import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { systemRandom } from './random.ts'

/** Encryption of what must be read again (signing keys, mail waiting to be sent), under a key that the database never holds. */
export interface Seal {
  /** @param context where the value lives, `instance|table|column|row`: a value moved elsewhere does not open */
  seal(context: string, text: string): string
  /** @throws Error when the value, its place or its key is not the one it was sealed with; there is no way around */
  open(context: string, sealed: string): string
  /** A secret of 32 bytes for keyed hashes, one per label. Derive it once and keep it. */
  pepper(label: string): Uint8Array
}

interface SealingKey {
  readonly kid: string
  readonly key: Uint8Array
}

const version = 'v1'
const ivBytes = 12
const tagBytes = 16

/**
 * Seals with AES-256-GCM as `v1.<key id>.<iv>.<ciphertext and tag>`, each part in base64url.
 * @param kek key-encryption key of 32 bytes: seals, and opens what it sealed
 * @param oldKeks earlier ones, which only open; peppers come from the current one alone
 * @see NIST SP 800-38D, RFC 5869
 */
export function createSeal(kek: Uint8Array, oldKeks: readonly Uint8Array[] = []): Seal {
  const current = sealingKey(kek)
  const keys = new Map([...oldKeks.map(sealingKey), current].map((each) => [each.kid, each.key]))
  return {
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
      const key = keys.get(parts[1]!)
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
    pepper: (label) => derive(kek, `pepper|${label}`, 32),
  }
}

function sealingKey(kek: Uint8Array): SealingKey {
  if (kek.length !== 32) throw new RangeError('A secrets key has 32 bytes.')
  return { kid: Buffer.from(derive(kek, 'kid', 6)).toString('base64url'), key: derive(kek, 'seal', 32) }
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

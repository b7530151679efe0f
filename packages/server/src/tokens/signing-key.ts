import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { JwkJSON, JwksJSON } from '@latchkey/protocol'
import { sha256 } from '../platform/hash.ts'

/** A signing key as it is stored; `privatePem` only ever sealed. */
export interface StoredSigningKey {
  readonly kid: string
  readonly publicJwk: JwkJSON
  readonly privatePem: string
}

/** A signing key ready for use. */
export interface SigningKey {
  readonly kid: string
  readonly publicJwk: JwkJSON
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** What checking a signature needs: no private half. */
export type VerifyingKey = Omit<SigningKey, 'privateKey'>

const modulusBits = 2048

/** A new RSA key of 2048 bits with e = 65537 (Clerk's SDKs take no other), made off the event loop; its id is its thumbprint. */
export async function generateSigningKey(): Promise<StoredSigningKey> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: modulusBits, publicExponent: 0x10001 })
  const publicJwk = toPublicJwk(pair.publicKey)
  return { kid: publicJwk.kid, publicJwk, privatePem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/**
 * Makes a stored key usable. Costs a millisecond: keep the result.
 * @throws Error when the two halves or the id do not belong together, or the key is weaker than ours are
 */
export function importSigningKey(stored: StoredSigningKey): SigningKey {
  const privateKey = createPrivateKey(stored.privatePem)
  const publicKey = createPublicKey(privateKey)
  const publicJwk = toPublicJwk(publicKey)
  const { kid, publicJwk: expected } = stored
  if (publicJwk.kid !== kid || expected.kid !== kid || expected.n !== publicJwk.n || expected.e !== publicJwk.e) {
    throw new Error('A signing key does not match its public half.')
  }
  if ((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < modulusBits) throw new Error('A signing key is too short.')
  return { kid, publicJwk, privateKey, publicKey }
}

function toPublicJwk(publicKey: KeyObject): JwkJSON {
  const { kty, n, e } = publicKey.export({ format: 'jwk' })
  if (kty !== 'RSA' || n === undefined || e === undefined) throw new Error('A signing key is not an RSA key.')
  return { kty, n, e, use: 'sig', alg: 'RS256', kid: thumbprint(n, e) }
}

/** @see RFC 7638, section 3: the required members in lexicographic order */
function thumbprint(n: string, e: string): string {
  return sha256(JSON.stringify({ e, kty: 'RSA', n }))
}

/** The public keys of an instance as they are published; named field by field, so that no private member can slip in. */
export function toJwks(keys: readonly VerifyingKey[]): JwksJSON {
  return {
    keys: keys.map(({ kid, publicJwk }) => ({ use: 'sig', kty: 'RSA', kid, alg: 'RS256', n: publicJwk.n, e: publicJwk.e })),
  }
}

/** The public key in PEM (SPKI), for SDKs that are given `CLERK_JWT_KEY` and then need no JWKS. */
export function toPem(key: VerifyingKey): string {
  return key.publicKey.export({ type: 'spki', format: 'pem' }).toString()
}

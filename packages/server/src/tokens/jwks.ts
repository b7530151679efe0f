import type { JwksJSON } from '@latchkey/protocol'
import type { VerifyingKey } from './signing-key.ts'

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

import { decodeBase64Url } from '@latchkey/protocol'
import { LEAST_KEY_BITS, type TokenCrypto, type VerifySignature } from './token-crypto.ts'

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const
/** Made when it is needed: where components are tested, a browser is imitated that has none. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** By WebCrypto, which every runtime has. */
export const webCrypto: TokenCrypto = {
  importJwk: async ({ kty, n, e }) => usable(await crypto.subtle.importKey('jwk', { kty, n, e }, RS256, false, ['verify'])),
  importPem: async (pem) => usable(await crypto.subtle.importKey('spki', bytesOfPem(pem), RS256, false, ['verify'])),
  sha256: async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text))),
}

function usable(key: CryptoKey): VerifySignature {
  const { modulusLength } = key.algorithm as RsaHashedKeyAlgorithm
  if (!(modulusLength >= LEAST_KEY_BITS)) throw new TypeError(`The key has ${modulusLength} bits, fewer than ${LEAST_KEY_BITS}.`)
  return async (signingInput, signature) => {
    const bytes = decodeBase64Url(signature)
    return bytes !== null && (await crypto.subtle.verify(RS256, key, bytes, bytesOf(signingInput)))
  }
}

function bytesOfPem(pem: string): Uint8Array<ArrayBuffer> {
  const body = /^-----BEGIN PUBLIC KEY-----([\sA-Za-z0-9+/=]+)-----END PUBLIC KEY-----$/.exec(pem.trim())?.[1]
  const bytes = decodeBase64Url((body ?? '').replace(/[\s=]/g, '').replaceAll('+', '-').replaceAll('/', '_'))
  if (bytes === null) throw new TypeError('The key is not a PEM block "PUBLIC KEY".')
  return bytes
}

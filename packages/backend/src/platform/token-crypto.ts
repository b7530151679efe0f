/** Checks a signature, in base64url, over the text of a token. */
export type VerifySignature = (signingInput: string, signature: string) => boolean | Promise<boolean>

/** The public half of an RSA key, as a key set lists it. */
export interface RsaJwk {
  readonly kty: 'RSA'
  readonly kid: string
  readonly n: string
  readonly e: string
}

/** What has to be computed for a token, by whatever the runtime has for it. */
export interface TokenCrypto {
  /** @throws when it is no usable RSA key */
  importJwk(jwk: RsaJwk): VerifySignature | Promise<VerifySignature>
  /** @param pem `-----BEGIN PUBLIC KEY-----…` @throws when it is no usable RSA key */
  importPem(pem: string): VerifySignature | Promise<VerifySignature>
  sha256(text: string): Uint8Array | Promise<Uint8Array>
}

/** Shorter keys are not believed, in bits. @see RFC 7518, section 3.3 */
export const LEAST_KEY_BITS = 2048

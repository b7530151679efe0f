/**
 * A public signing key.
 * @see RFC 7517, section 4
 */
export interface JwkJSON {
  readonly kty: 'RSA'
  readonly use: 'sig'
  readonly alg: 'RS256'
  readonly kid: string
  readonly n: string
  readonly e: string
}

/**
 * The keys that session tokens of an instance may be signed with.
 * @see RFC 7517, section 5
 */
export interface JwksJSON {
  readonly keys: readonly JwkJSON[]
}

/** The discovery document, as far as this server is an issuer: who signs, and where the keys are. */
export interface OpenIdConfigurationJSON {
  readonly issuer: string
  readonly jwks_uri: string
  readonly id_token_signing_alg_values_supported: readonly 'RS256'[]
  readonly subject_types_supported: readonly 'public'[]
  readonly response_types_supported: readonly string[]
  readonly claims_supported: readonly string[]
}

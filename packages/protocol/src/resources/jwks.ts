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

/**
 * The discovery document: who signs, and where the keys are. No instance grants tokens to OAuth clients yet, which its empty lists say;
 * the endpoints are named because strict readers refuse a document without them.
 * @see OpenID Connect Discovery 1.0, section 3
 */
export interface OpenIdConfigurationJSON {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly revocation_endpoint: string
  readonly introspection_endpoint: string
  readonly userinfo_endpoint: string
  readonly jwks_uri: string
  readonly scopes_supported: readonly string[]
  readonly response_types_supported: readonly string[]
  readonly response_modes_supported: readonly string[]
  readonly grant_types_supported: readonly string[]
  readonly subject_types_supported: readonly 'public'[]
  readonly id_token_signing_alg_values_supported: readonly 'RS256'[]
  readonly token_endpoint_auth_methods_supported: readonly string[]
  readonly claims_supported: readonly string[]
  readonly code_challenge_methods_supported: readonly string[]
  readonly backchannel_logout_supported: boolean
  readonly frontchannel_logout_supported: boolean
}

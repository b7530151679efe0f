/** A freshly minted session token. */
export interface TokenJSON {
  readonly object: 'token'
  readonly jwt: string
}

/** The other answer to a refresh by the Backend API: whole Set-Cookie values. */
export interface CookiesJSON {
  readonly object: 'cookies'
  readonly cookies: readonly string[]
}

/** What a handshake nonce stands for: the Set-Cookie values the SDK passes on to the browser. */
export interface HandshakePayloadJSON {
  readonly object: 'handshake_payload'
  readonly nonce: string
  readonly payload: string
  readonly directives: readonly string[]
}

/**
 * A one-time token that signs its user in, and the link that carries it. Both are told once, at creation: from then on `token` is
 * empty and `url` is null.
 */
export interface SignInTokenJSON {
  readonly object: 'sign_in_token'
  readonly id: string
  readonly user_id: string
  readonly status: 'pending' | 'accepted' | 'revoked'
  readonly token: string
  readonly url: string | null
  readonly created_at: number
  readonly updated_at: number
}

/** The token test runners ask for. Unlike the times of resources, `expires_at` is in seconds. */
export interface TestingTokenJSON {
  readonly object: 'testing_token'
  readonly token: string
  readonly expires_at: number
}

/** The identity of a browser in a development instance. Older SDKs read `token`, newer ones `id`; both hold the same opaque value. */
export interface DevBrowserJSON {
  readonly object: 'dev_browser'
  readonly id: string
  readonly token: string
}

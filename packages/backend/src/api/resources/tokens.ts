import type { SignInTokenJSON, TestingTokenJSON, TokenJSON } from '@latchkey/protocol'

/** A freshly minted session token. */
export interface Token {
  readonly jwt: string
}

/** A one-time token that signs its user in. `token` and `url` are told once, at creation. Times are epoch milliseconds. */
export interface SignInToken {
  readonly id: string
  readonly userId: string
  readonly status: SignInTokenJSON['status']
  readonly token: string | null
  readonly url: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** The token that test runners show. */
export interface TestingToken {
  readonly token: string
  /** Unix time in seconds, unlike the times of other resources. */
  readonly expiresAt: number
}

/** Reads a session token. */
export function tokenFromJSON(json: TokenJSON): Token {
  return { jwt: json.jwt }
}

/** Reads a sign-in token. */
export function signInTokenFromJSON(json: SignInTokenJSON): SignInToken {
  return {
    id: json.id,
    userId: json.user_id,
    status: json.status,
    token: json.token || null,
    url: json.url,
    createdAt: json.created_at,
    updatedAt: json.updated_at,
  }
}

/** Reads a testing token. */
export function testingTokenFromJSON(json: TestingTokenJSON): TestingToken {
  return { token: json.token, expiresAt: json.expires_at }
}

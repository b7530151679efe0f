import type { SignInTokenJSON, TestingTokenJSON, TokenJSON } from '@latchkey/protocol'
import type { Caller } from './caller.ts'

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
function signInTokenFromJSON(json: SignInTokenJSON): SignInToken {
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
function testingTokenFromJSON(json: TestingTokenJSON): TestingToken {
  return { token: json.token, expiresAt: json.expires_at }
}

/** Tokens that sign their user in once. Every method throws {@link LatchkeyApiError}. */
export interface SignInTokensApi {
  /** @param params `expiresInSeconds` is how long it may be used */
  createSignInToken(params: { readonly userId: string; readonly expiresInSeconds?: number | undefined }): Promise<SignInToken>
  revokeSignInToken(id: string): Promise<SignInToken>
}

/** Tokens for test runners. Every method throws {@link LatchkeyApiError}. */
export interface TestingTokensApi {
  createTestingToken(): Promise<TestingToken>
}

/** Makes the calls about sign-in tokens. */
export function signInTokensApi(caller: Caller): SignInTokensApi {
  return {
    async createSignInToken({ userId, expiresInSeconds }) {
      const given = { user_id: userId, expires_in_seconds: expiresInSeconds }
      return signInTokenFromJSON(await caller.call('backend/create-sign-in-token', given))
    },
    revokeSignInToken: async (id) => signInTokenFromJSON(await caller.call('backend/revoke-sign-in-token', { sign_in_token_id: id })),
  }
}

/** Makes the call for testing tokens. */
export function testingTokensApi(caller: Caller): TestingTokensApi {
  return { createTestingToken: async () => testingTokenFromJSON(await caller.call('backend/create-testing-token')) }
}

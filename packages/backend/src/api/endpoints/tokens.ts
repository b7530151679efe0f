import type { SignInTokenJSON, TestingTokenJSON } from '@latchkey/protocol'
import { type Caller, path } from '../caller.ts'
import { type SignInToken, signInTokenFromJSON, type TestingToken, testingTokenFromJSON } from '../resources/tokens.ts'

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
      const body = { user_id: userId, expires_in_seconds: expiresInSeconds }
      return signInTokenFromJSON(await caller.send<SignInTokenJSON>('POST', '/v1/sign_in_tokens', body))
    },
    revokeSignInToken: async (id) => signInTokenFromJSON(await caller.send<SignInTokenJSON>('POST', path`/v1/sign_in_tokens/${id}/revoke`)),
  }
}

/** Makes the call for testing tokens. */
export function testingTokensApi(caller: Caller): TestingTokensApi {
  return { createTestingToken: async () => testingTokenFromJSON(await caller.send<TestingTokenJSON>('POST', '/v1/testing_tokens')) }
}

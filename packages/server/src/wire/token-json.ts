import type { SignInTokenJSON, TestingTokenJSON, TokenJSON } from '@latchkey/protocol'

/** A freshly minted session token. */
export function tokenJson(jwt: string): TokenJSON {
  return { object: 'token', jwt }
}

/** A one-time sign-in token as the Backend API's actions hand it out. Times are epoch milliseconds. */
export interface SignInTokenView {
  readonly id: string
  readonly userId: string
  readonly status: SignInTokenJSON['status']
  /** Told once, at creation; `null` ever after. */
  readonly token: string | null
  readonly url: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** A one-time token that signs its user in. */
export function signInTokenJson(view: SignInTokenView): SignInTokenJSON {
  return {
    object: 'sign_in_token',
    id: view.id,
    user_id: view.userId,
    status: view.status,
    // Readers expect a text, also where there is nothing to tell any more.
    token: view.token ?? '',
    url: view.url,
    created_at: view.createdAt,
    updated_at: view.updatedAt,
  }
}

/**
 * The token test runners ask for. Its expiry is in seconds on the wire, unlike every other time of a resource.
 * @param expiresAt epoch milliseconds
 */
export function testingTokenJson(token: string, expiresAt: number): TestingTokenJSON {
  return { object: 'testing_token', token, expires_at: Math.floor(expiresAt / 1000) }
}

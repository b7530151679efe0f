import type { TestingTokenJSON } from '@latchkey/protocol'

/**
 * The token test runners ask for. Its expiry is in seconds on the wire, unlike every other time of a resource.
 * @param expiresAt epoch milliseconds
 */
export function testingTokenJson(token: string, expiresAt: number): TestingTokenJSON {
  return { object: 'testing_token', token, expires_at: Math.floor(expiresAt / 1000) }
}

import { createLatchkeyClient } from '../api/create-latchkey-client.ts'
import type { AuthenticateRequestOptions } from './authenticate-request.ts'

/**
 * A token for calling another API as the user of a session: that of the cookie is bound to the browser, so a new one is asked for.
 * @throws LatchkeyApiError when the server refuses or is away, TypeError when there is no secret key
 */
export async function fetchSessionToken(options: AuthenticateRequestOptions, sessionId: string): Promise<string> {
  const { secretKey, publishableKey, fetch } = options
  if (secretKey === undefined) throw new TypeError('getToken() needs the secret key: give secretKey (LATCHKEY_SECRET_KEY).')
  const client = createLatchkeyClient({ secretKey, publishableKey, fetch })
  return (await client.sessions.getToken(sessionId)).jwt
}

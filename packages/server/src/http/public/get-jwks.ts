import { publishedKeys } from '../../actions/instance/published-keys.ts'
import type { Handler, PublicRequest } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Kept for a minute, so that a new key is soon everywhere; longer while we cannot be reached. */
const headers = { 'Cache-Control': 'public, max-age=60, stale-if-error=86400' }

/** The public keys that session tokens of the instance are verified with. @see RFC 7517, section 5 */
export const getJwks: Handler<PublicRequest> = async ({ ports }, { locate }) => {
  const { instance } = await locate()
  return json(await publishedKeys(ports, instance), { headers })
}

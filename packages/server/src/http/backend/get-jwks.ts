import { publishedKeys } from '../../actions/instance/published-keys.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/**
 * The public keys that session tokens of the instance are verified with. Not for caches to keep: the path is the same for
 * every instance, and only the secret key tells them apart.
 * @see RFC 7517, section 5
 */
export const getJwks: Handler<BackendRequest> = async ({ ports }, { call }) => json(await publishedKeys(ports, call.instance))

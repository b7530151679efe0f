import type { BackendUserJSON, JsonObject } from '@latchkey/protocol'
import type { UserView } from '../domain/user.ts'
import { userJson } from './user-json.ts'

/**
 * A user as the customer's server sees her: what she sees herself, and what is kept from her.
 * @param now epoch milliseconds
 */
export function backendUserJson(view: UserView, now: number): BackendUserJSON {
  return { ...userJson(view, now), private_metadata: view.user.privateMetadata as JsonObject }
}

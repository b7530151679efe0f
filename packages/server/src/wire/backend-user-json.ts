import type { BackendUserJSON, JsonObject } from '@latchkey/protocol'
import type { UserView } from '../domain/user.ts'
import { userJson } from './user-json.ts'

/**
 * A user as the customer's server sees her: what she sees herself, and what is kept from her.
 * @param now epoch milliseconds
 */
export function backendUserJson(view: UserView, now: number): BackendUserJSON {
  return {
    ...userJson(view, now),
    private_metadata: view.user.privateMetadata as JsonObject,
    last_active_at: view.user.lastActiveAt,
    lockout_expires_in_seconds: lockoutSeconds(view.user.lockedUntil, now),
    verification_attempts_remaining: null,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
  }
}

/** Null for who is not locked, and for who is locked until somebody unlocks her. */
function lockoutSeconds(lockedUntil: number | null, now: number): number | null {
  if (lockedUntil === null || lockedUntil <= now || lockedUntil === Number.MAX_SAFE_INTEGER) return null
  return Math.ceil((lockedUntil - now) / 1000)
}

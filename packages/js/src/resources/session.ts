import type { ReverificationLevel, SessionJSON } from '@latchkey/protocol'
import { endSession } from '../core/routes.ts'
import { keep } from '../store/keep.ts'
import type { ReverificationResource } from './reverification.ts'
import { type UserApi, userFromJSON, type UserResource } from './user.ts'

/** A session of this browser. */
export interface SessionResource {
  readonly id: string
  readonly status: string
  readonly user: UserResource
  readonly expireAt: Date
  readonly lastActiveAt: Date
  readonly createdAt: Date
  readonly updatedAt: Date
  getToken(options?: { readonly skipCache?: boolean }): Promise<string | null>
  /**
   * Asks whoever is signed in once more who they are, before something that only they may do. `useReverification` does it with a dialog.
   * @throws LatchkeyError, UnreachableError
   */
  startReverification(params: { readonly level: ReverificationLevel }): Promise<ReverificationResource>
  end(): Promise<void>
}

/** A session of this browser. @param former its user as known before, kept when nothing about them has changed */
export function sessionFromJSON(json: SessionJSON, api: UserApi, former?: UserResource): SessionResource {
  const { id } = json
  return {
    id,
    status: json.status,
    user: keep(former, userFromJSON(json.user, id, api)),
    expireAt: new Date(json.expire_at),
    lastActiveAt: new Date(json.last_active_at),
    createdAt: new Date(json.created_at),
    updatedAt: new Date(json.updated_at),
    getToken: (options) => api.tokenOf(id, options),
    // Fetched when it is asked for: few pages ever do.
    startReverification: async ({ level }) => (await import('./reverification.ts')).startReverification(api, id, level),
    end: async () => void (await api.call(endSession, { session_id: id })),
  }
}

import type { SessionJSON } from '@latchkey/protocol'
import { endSession } from '../core/routes.ts'
import { keep } from '../store/keep.ts'
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
  end(): Promise<void>
  /** Calls an endpoint: for what is about a session and few pages do, so that it is no part of each. */
  readonly call: UserApi['call']
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
    end: async () => void (await api.call(endSession, { session_id: id })),
    call: api.call,
  }
}

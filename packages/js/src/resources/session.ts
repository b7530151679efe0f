import type { UserResource } from './user.ts'

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
}

/** A device somebody is signed in on. */
export interface SessionWithActivity {
  readonly id: string
  readonly status: string
  readonly lastActiveAt: Date
  readonly expireAt: Date
  /** It is the session in use here. */
  readonly current: boolean
  readonly latestActivity: {
    readonly deviceType: string | null
    readonly isMobile: boolean
    readonly browserName: string | null
    readonly browserVersion: string | null
    readonly ipAddress: string | null
    readonly city: string | null
    readonly country: string | null
  }
  revoke(): Promise<void>
}

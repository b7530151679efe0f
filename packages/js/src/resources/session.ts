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
  /** What is not known of the device is `undefined`. */
  readonly latestActivity: {
    readonly deviceType: string | undefined
    readonly isMobile: boolean
    readonly browserName: string | undefined
    readonly browserVersion: string | undefined
    readonly ipAddress: string | undefined
    readonly city: string | undefined
    readonly country: string | undefined
  }
  revoke(): Promise<void>
}

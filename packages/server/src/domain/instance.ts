import type { InstanceSettings } from './settings/instance-settings.ts'

/** Development instances have test addresses, any loopback origin and no traffic limits; production has none of these. */
export type InstanceType = 'development' | 'production'

/** A named customer product; its users live in its instances. */
export interface Application {
  readonly id: string
  readonly name: string
  readonly createdAt: number
}

/** One isolated set of users, settings, keys and sessions of an application. Times are epoch milliseconds. */
export interface Instance {
  readonly id: string
  readonly applicationId: string
  readonly applicationName: string
  /** DNS label of ten lower-case base32 characters; part of the publishable key and of the `/i/<slug>` prefix. */
  readonly slug: string
  readonly type: InstanceType
  /** The instance's own frontend API host in production, `null` when it is reached by `/i/<slug>` alone. */
  readonly host: string | null
  readonly settings: InstanceSettings
  /** Goes up with every change of settings, origins or keys; caches are dropped by it. */
  readonly settingsVersion: number
  /** Origins a browser may call from and be sent back to, besides loopback in development. */
  readonly allowedOrigins: readonly string[]
  readonly createdAt: number
}

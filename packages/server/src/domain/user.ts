import type { Identification } from './identification.ts'
import type { Attempt } from './attempt.ts'

/** JSON an application keeps with a user. */
export type Metadata = { readonly [key: string]: unknown }

/** A person of one instance. Times are epoch milliseconds. */
export interface User {
  readonly id: string
  readonly externalId: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly locale: string | null
  readonly primaryEmailAddressId: string | null
  readonly publicMetadata: Metadata
  /** Never leaves by the Frontend API. */
  readonly privateMetadata: Metadata
  readonly unsafeMetadata: Metadata
  readonly banned: boolean
  /** Locked by an operator until this time; `null` when not locked. `Number.MAX_SAFE_INTEGER`: until unlocked. */
  readonly lockedUntil: number | null
  readonly deleteSelfEnabled: boolean
  readonly lastSignInAt: number | null
  readonly lastActiveAt: number | null
  readonly legalAcceptedAt: number | null
  readonly createdAt: number
  /** Grows with every change: SDKs memoize by it. */
  readonly updatedAt: number
}

/** A user with all that its wire form shows. */
export interface UserView {
  readonly user: User
  /** Proven addresses, oldest first. */
  readonly identifications: readonly Identification[]
  /** Addresses added and not yet proven. */
  readonly pending: readonly Attempt<'identification'>[]
}

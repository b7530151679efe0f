import type { IdentifierName } from '@latchkey/protocol'
import type { Identification } from './identification.ts'
import type { Attempt } from './attempt.ts'

/** JSON an application keeps with a user. */
export type Metadata = { readonly [key: string]: unknown }

/** Ids of identifications, `null` where there is none of that kind. */
export type PrimaryIds = { readonly [Name in IdentifierName]: string | null }

/** A person of one instance. Times are epoch milliseconds. */
export interface User {
  readonly id: string
  readonly externalId: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly locale: string | null
  /** The identification of each kind that counts as the person's own. */
  readonly primaries: PrimaryIds
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

/** Something that a user has enrolled, without what it holds. */
export interface Enrolled {
  /** The strategy that judges by it. */
  readonly type: string
  readonly createdAt: number
}

/** A user with all that its wire form shows. */
export interface UserView {
  readonly user: User
  /** Proven identifiers of every kind, oldest first. */
  readonly identifications: readonly Identification[]
  /** Identifiers added and not yet proven. */
  readonly pending: readonly Attempt<'identification'>[]
  /** What they have enrolled, oldest first. */
  readonly enrolled: readonly Enrolled[]
}

/** The primary identifier of a kind, `null` when there is none. */
export function primaryOf(
  { user, identifications }: Pick<UserView, 'user' | 'identifications'>,
  name: IdentifierName,
): Identification | null {
  return identifications.find(({ id }) => id === user.primaries[name]) ?? null
}

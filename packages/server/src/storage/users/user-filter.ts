/** Which users: all that are given must hold, and within a list any. Times are epoch milliseconds. */
export interface UserFilter {
  readonly emailAddress?: readonly string[]
  readonly userId?: readonly string[]
  readonly externalId?: readonly string[]
  readonly notUserId?: readonly string[]
  readonly notExternalId?: readonly string[]
  /** Part of an email address, an id, a first or a last name, whatever its case. */
  readonly query?: string
  /** Part of a proven email address. */
  readonly emailAddressQuery?: string
  /** Part of a first or last name, or of both with a space between. */
  readonly nameQuery?: string
  readonly banned?: boolean
  /** Locked or not at a time. */
  readonly locked?: { readonly is: boolean; readonly at: number }
  readonly lastActiveAtBefore?: number
  readonly lastActiveAtAfter?: number
  /** Active at this time or later. */
  readonly lastActiveAtSince?: number
  readonly createdAtBefore?: number
  readonly createdAtAfter?: number
  readonly lastSignInAtBefore?: number
  readonly lastSignInAtAfter?: number
}

/** What a list of users may be ordered by. */
export type UserOrder = 'created_at' | 'updated_at' | 'last_sign_in_at' | 'last_active_at' | 'first_name' | 'last_name' | 'email_address'

/** An order and its direction. */
export interface UserOrderBy {
  readonly column: UserOrder
  readonly direction: 'asc' | 'desc'
}

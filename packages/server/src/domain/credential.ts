import type { User } from './user.ts'

/** Something a user has enrolled to prove who they are. Times are epoch milliseconds. */
export interface Credential {
  readonly id: string
  readonly userId: string
  /** The strategy that judges by it. A newer version beside this one may have enrolled what this one has no strategy for. */
  readonly type: string
  /** What the strategy remembers, under seal; `null` where there is nothing to remember. */
  readonly data: string | null
  /**
   * What it is found by when nobody was named, such as the account's name at its provider; unique for its type, `null` where it
   * never is.
   */
  readonly handle: string | null
  /** What its owner calls it. */
  readonly name: string | null
  readonly createdAt: number
  readonly lastUsedAt: number | null
}

/** A user with everything they have enrolled. */
export interface EnrolledUser extends User {
  readonly credentials: readonly Credential[]
}

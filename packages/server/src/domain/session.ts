/** Where a session came from, as its owner is shown it. */
export interface Activity {
  readonly ipAddress: string | null
  readonly userAgent: string | null
}

/** Statuses that end a session keep its row, so that an operator can see it. */
export type SessionStatus = 'active' | 'ended' | 'removed' | 'revoked' | 'expired' | 'replaced'

/** One signed-in user on one client. Times are epoch milliseconds. */
export interface Session {
  readonly id: string
  readonly clientId: string
  readonly userId: string
  readonly status: SessionStatus
  readonly expireAt: number
  readonly abandonAt: number
  readonly lastActiveAt: number
  /** When the first and the second factor were last proven; `null` for never. */
  readonly firstFactorAt: number | null
  readonly secondFactorAt: number | null
  readonly activity: Activity
  readonly createdAt: number
  readonly updatedAt: number
}

/** Is this session good for a token now? Expiry is judged on reading, so a late janitor changes nothing. */
export function isLive(session: Session, now: number, inactivityMs: number | null): boolean {
  if (session.status !== 'active' || session.expireAt <= now) return false
  return inactivityMs === null || session.lastActiveAt + inactivityMs > now
}

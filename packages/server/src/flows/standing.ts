import type { RefusalDetail } from '../domain/refusal.ts'
import type { User } from '../domain/user.ts'
import { refuse, type RefusedDecision } from './decision.ts'

/** The standing of a user that decides whether she may have a session. */
export type Standing = Pick<User, 'id' | 'banned' | 'lockedUntil'>

/** Refuses a banned or locked user. Asked again at every completion, not only at the start. */
export function standingRefusal(user: Standing, now: number): RefusedDecision | null {
  if (user.banned) return refuse('user_banned')
  if (user.lockedUntil !== null && user.lockedUntil > now) return refuse('user_locked', whenToRetry(user.lockedUntil, now))
  return null
}

/** A lock without an end tells no time, because there is none. */
function whenToRetry(until: number, now: number): RefusalDetail {
  return until === Number.MAX_SAFE_INTEGER ? {} : { retryAfter: Math.ceil((until - now) / 1000) }
}

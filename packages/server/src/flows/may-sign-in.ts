import type { User } from '../domain/user.ts'
import { refuse } from './decision.ts'

/** The standing of a user that decides whether she may have a session. */
export type Standing = Pick<User, 'id' | 'banned' | 'lockedUntil'>

/** Refuses a banned or locked user. Asked again at every completion, not only at the start. */
export function standingRefusal(user: Standing, now: number): ReturnType<typeof refuse> | null {
  if (user.banned) return refuse('user_banned')
  if (user.lockedUntil !== null && user.lockedUntil > now) return refuse('user_locked')
  return null
}

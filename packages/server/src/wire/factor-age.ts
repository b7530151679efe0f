import type { SessionJSON } from '@latchkey/protocol'
import type { Session } from '../domain/session.ts'

/** How many minutes ago the first and the second factor of a session were proven, -1 for never. */
export function factorAge(session: Session, now: number): SessionJSON['factor_verification_age'] {
  return [minutesSince(session.firstFactorAt, now), minutesSince(session.secondFactorAt, now)]
}

function minutesSince(time: number | null, now: number): number {
  return time === null ? -1 : Math.max(0, Math.floor((now - time) / 60_000))
}

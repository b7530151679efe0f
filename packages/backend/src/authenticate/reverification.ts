import type { ReverificationLevel, SessionClaims } from '@latchkey/protocol'

/** What somebody must have proven lately: which factor, and at most how many minutes ago. */
export interface ReverificationNeed {
  readonly level: ReverificationLevel
  readonly afterMinutes: number
}

/** Needs by their usual names: both factors, or the second one, within ten minutes, an hour or a day. */
export const REVERIFICATION_NEEDS = {
  strict_mfa: { level: 'multi_factor', afterMinutes: 10 },
  strict: { level: 'second_factor', afterMinutes: 10 },
  moderate: { level: 'second_factor', afterMinutes: 60 },
  lax: { level: 'second_factor', afterMinutes: 24 * 60 },
} as const satisfies Readonly<Record<string, ReverificationNeed>>

/** A need, or the name of one. */
export type Reverification = keyof typeof REVERIFICATION_NEEDS | ReverificationNeed

/** What can be asked of whoever is signed in. */
export interface Asked {
  readonly reverification: Reverification
}

/** Has whoever is signed in shown lately that it is them? @throws TypeError when anything else is asked, or nothing */
export type Has = (asked: Asked) => boolean

/**
 * Answers `has({ reverification })` by the claims of a session token. `fva` is how many minutes ago each factor was proven, -1 for never.
 * Whoever has proven no second factor in their session is asked for their first.
 */
export function hasOf({ fva: [first, second] }: Pick<SessionClaims, 'fva'>): Has {
  return (asked) => {
    const { level, afterMinutes } = needOf(asked)
    const isFresh = (age: number) => age >= 0 && age < afterMinutes
    if (level === 'first_factor' || second === -1) return isFresh(first)
    return isFresh(second) && (level === 'second_factor' || isFresh(first))
  }
}

/** Nobody is signed in, so nobody has shown anything. */
export const hasNothing: Has = (asked) => {
  needOf(asked)
  return false
}

/** What is not understood is refused: to pass over a role that was asked for would let everybody in. */
function needOf(asked: Asked): ReverificationNeed {
  const { reverification, ...others } = asked
  if (Object.keys(others).length > 0) throw new TypeError('has() knows { reverification } only: there are no roles and permissions yet.')
  return reverificationNeed(reverification)
}

function reverificationNeed(named: Reverification): ReverificationNeed {
  const need = typeof named === 'string' && Object.hasOwn(REVERIFICATION_NEEDS, named) ? REVERIFICATION_NEEDS[named] : named
  const isNeed = typeof need === 'object' && need !== null && need.afterMinutes > 0
  if (!isNeed || !['first_factor', 'second_factor', 'multi_factor'].includes(need.level))
    throw new TypeError('reverification is "strict_mfa", "strict", "moderate", "lax" or { level, afterMinutes }.')
  return need
}

/** What tells a browser to ask once more who is there. */
export interface ReverificationError {
  readonly clerk_error: {
    readonly type: 'forbidden'
    readonly reason: 'reverification-error'
    readonly metadata: { readonly reverification: Reverification }
  }
}

/**
 * What a server action or a handler answers where {@link Has} says no. The browser's `useReverification` understands it: it asks, and
 * repeats the request. The wire is Clerk's, so that their hook does as well.
 */
export function reverificationError(reverification: Reverification): ReverificationError {
  reverificationNeed(reverification)
  return { clerk_error: { type: 'forbidden', reason: 'reverification-error', metadata: { reverification } } }
}

/** {@link reverificationError} as the answer of a route: 403. */
export function reverificationErrorResponse(reverification: Reverification): Response {
  return Response.json(reverificationError(reverification), { status: 403 })
}

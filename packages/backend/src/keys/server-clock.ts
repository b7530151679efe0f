/** The server's clock, as far as its answers tell. */
export interface ServerClock {
  /** By how much it is ahead of this machine's, in milliseconds, positive or negative; 0 when the two agree as far as can be told. */
  difference(): number
  /** The difference that is taken into account: 0 when it is larger than {@link MOST_CORRECTED_MS}. */
  correction(): number
  /** Takes note of an answer. @param askedAt when it was asked for by this machine's clock, @param tookMs how long that took */
  note(answer: Pick<Response, 'headers'>, askedAt: number, tookMs: number): void
}

/** Clocks that are further apart than this are wrong, and not corrected: a token would be good for too long. */
export const MOST_CORRECTED_MS = 60_000

/** What `Date` cannot tell, since it counts whole seconds and the answer was under way, and what is tolerated anyhow. */
const leastMs = 2000

/** Makes a clock that agrees with this machine's until an answer says otherwise. */
export function createServerClock(): ServerClock {
  let ahead = 0
  return {
    difference: () => ahead,
    correction: () => (Math.abs(ahead) <= MOST_CORRECTED_MS ? ahead : 0),
    note({ headers }, askedAt, tookMs) {
      const date = Date.parse(headers.get('date') ?? '')
      // A cache in between hands on the date of its copy, and says how old that is.
      const age = headers.get('age') ?? '0'
      if (Number.isNaN(date) || !/^\d{1,9}$/.test(age)) return
      const found = date + Number(age) * 1000 + 500 - (askedAt + tookMs / 2)
      ahead = Math.abs(found) <= leastMs + tookMs / 2 ? 0 : Math.round(found)
    },
  }
}

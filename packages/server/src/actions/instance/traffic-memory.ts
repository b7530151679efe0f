/** One kind of request of one sender: what is counted, and how many are let through in a window. */
export interface TrafficCount {
  readonly key: string
  readonly max: number
  readonly windowMs: number
  readonly now: number
}

/** Counts requests in this process alone. Only for traffic; what guards a secret is counted in the database. */
export interface TrafficMemory {
  /** One more for a key: is it still allowed, and when does the window end (epoch milliseconds)? */
  countUp(of: TrafficCount): { readonly ok: boolean; readonly resetAt: number }
  /** When the window ends, for a key that is full; `null` where one more would be allowed. Counts nothing. */
  fullUntil(of: Omit<TrafficCount, 'windowMs'>): number | null
  /** The database found the key full: until then it need not be asked again. */
  markFull(of: { readonly key: string; readonly max: number; readonly resetAt: number }): void
}

const maxKeys = 100_000

/** A memory that forgets everything rather than grow without bound. */
export function createTrafficMemory(): TrafficMemory {
  const windows = new Map<string, { count: number; resetAt: number }>()
  const room = (key: string) => {
    if (windows.size >= maxKeys && !windows.has(key)) windows.clear()
  }
  return {
    countUp({ key, max, windowMs, now }) {
      const known = windows.get(key)
      if (known !== undefined && known.resetAt > now) return { ok: ++known.count <= max, resetAt: known.resetAt }
      room(key)
      const resetAt = now + windowMs
      windows.set(key, { count: 1, resetAt })
      return { ok: true, resetAt }
    },
    fullUntil({ key, max, now }) {
      const known = windows.get(key)
      return known !== undefined && known.resetAt > now && known.count >= max ? known.resetAt : null
    },
    markFull({ key, max, resetAt }) {
      room(key)
      windows.set(key, { count: max, resetAt })
    },
  }
}

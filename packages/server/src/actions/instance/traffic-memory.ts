/** Counts requests in this process alone. Only for traffic; what guards a secret is counted in the database. */
export interface TrafficMemory {
  /** One more for a key: is it still allowed, and when does the window end (epoch milliseconds)? */
  countUp(of: { readonly key: string; readonly max: number; readonly windowMs: number; readonly now: number }): { readonly ok: boolean; readonly resetAt: number }
}

const maxKeys = 100_000

/** A memory that forgets everything rather than grow without bound. */
export function createTrafficMemory(): TrafficMemory {
  const windows = new Map<string, { count: number; resetAt: number }>()
  return {
    countUp({ key, max, windowMs, now }) {
      const known = windows.get(key)
      if (known !== undefined && known.resetAt > now) return { ok: ++known.count <= max, resetAt: known.resetAt }
      if (windows.size >= maxKeys) windows.clear()
      const resetAt = now + windowMs
      windows.set(key, { count: 1, resetAt })
      return { ok: true, resetAt }
    },
  }
}

/** How requests leave. */
export type Fetch = typeof fetch

/** The runtime's own `fetch`, looked up at every call, since frameworks replace it. */
export const systemFetch: Fetch = (input, init) => fetch(input, init)

/** A signal that aborts after a time. @param ms milliseconds */
export function timeout(ms: number): AbortSignal {
  return AbortSignal.timeout(ms)
}

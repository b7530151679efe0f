/** How requests leave. Next.js must keep no answer of it: all are about one person or one moment. */
export const liveFetch: typeof fetch = (input, init) => fetch(input, { ...init, cache: 'no-store' })

/** A signal that aborts after a time, or when another one does. @param ms milliseconds */
export function timeout(ms: number, other?: AbortSignal): AbortSignal {
  const own = AbortSignal.timeout(ms)
  return other === undefined ? own : AbortSignal.any([own, other])
}

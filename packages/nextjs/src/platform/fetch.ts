/** How requests leave. Next.js must keep no answer of it: all are about one person or one moment. */
export const liveFetch: typeof fetch = (input, init) => fetch(input, { ...init, cache: 'no-store' })

/** How requests leave in the browser. */
export const pageFetch: typeof fetch = (input, init) => fetch(input, init)

/** A signal that aborts after a time, or when another one does. @param ms milliseconds */
export function timeout(ms: number, other?: AbortSignal): AbortSignal {
  const own = AbortSignal.timeout(ms)
  if (other === undefined) return own
  // By hand, since the Edge runtime of Next.js 15 has no AbortSignal.any.
  const both = new AbortController()
  for (const signal of [own, other]) {
    if (signal.aborted) both.abort(signal.reason)
    else signal.addEventListener('abort', () => both.abort(signal.reason), { once: true, signal: both.signal })
  }
  return both.signal
}

/** What comes of a promise, or something else when it takes too long. @param ms milliseconds */
export function within<T>(ms: number, promise: Promise<T>, late: () => T | Promise<T>): Promise<T> {
  const signal = timeout(ms)
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(late())
    signal.addEventListener('abort', () => resolve(late()), { once: true })
    promise.then(resolve, reject)
  })
}

/**
 * A request whose answer is the same for everybody, so that a page with it stays static and is rendered anew after a while.
 * @param seconds how long it is good
 */
export function keptFetch(url: string, seconds: number, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, cache: 'force-cache', next: { revalidate: seconds } } as RequestInit)
}

/** What sends requests. */
export type Fetch = typeof fetch

/** The page's own `fetch`, looked up at each call so that a tool which wraps it later is met, too. */
export const browserFetch: Fetch = (...request) => globalThis.fetch(...request)

/** Is this a browser going to a page, and not a script, an image or the router fetching something? */
export function isDocument({ method, headers }: Request): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const destination = headers.get('sec-fetch-dest')
  // Old browsers, and all on plain http but on localhost, do not say.
  if (destination === null) return /\btext\/html\b/.test(headers.get('accept') ?? '')
  return destination === 'document' || destination === 'iframe' || destination === 'frame'
}

/** Is this asked for by a program, by all that path and headers tell? @param path below the app's base path */
export function looksLikeApi(path: string, headers: Pick<Headers, 'get'>): boolean {
  return /^\/(?:api|trpc)(?:\/|$)/.test(path) || headers.get('content-type') === 'application/json'
}

/** Is this asked for by a program, by all that path and headers tell? @param path below the app's base path */
export function looksLikeApi(path: string, headers: Pick<Headers, 'get'>): boolean {
  return /^\/(?:api|trpc)(?:\/|$)/.test(path) || headers.get('content-type') === 'application/json'
}

import { parseUrl } from './urls.ts'

/** Where a redirect may lead. */
export interface RedirectTo {
  /** The app's own origin, such as `https://app.example`. */
  readonly origin: string
}

/** Characters that URL parsers drop without a word, and the backslash, which they take for a slash. */
// oxlint-disable-next-line no-control-regex -- control characters are the point
const tricks = /[\u0000-\u001f\u007f-\u009f\\]/
/** A path that is a host to whoever reads it once more, decoded or not. */
const hostlike = /^(?:\/|\\|%2f|%5c){2}/i

/**
 * Where to go after signing in, when all that is known is what an address bar said: a path of the app, or
 * a URL of the app, which becomes a path. Anything else is `/`.
 * @param target a path from `/` on, or an absolute URL
 */
export function safeRedirect(target: string | null | undefined, { origin }: RedirectTo): string {
  if (typeof target !== 'string' || !/^(?:\/|https?:\/\/)/i.test(target) || tricks.test(target)) return '/'
  const url = parseUrl(target, origin)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return '/'
  if (hostlike.test(url.pathname)) return '/'
  return url.origin === parseUrl(origin)?.origin ? url.pathname + url.search + url.hash : '/'
}

import { instanceSuffix } from '../../actions/instance/instance-suffix.ts'
import { isFramed, isSecure, type Reached } from './is-framed.ts'

/**
 * The value of a cookie in a `Cookie` header; `null` when it is not there. By hand, as hono/cookie takes the first of two of one name.
 * Two of one name are somebody's trick (a sibling host may set cookies for the whole domain), and the order says nothing about whose is
 * whose, so neither counts.
 * @see RFC 6265, section 5.4
 */
export function readCookie(header: string | null, name: string): string | null {
  if (header === null) return null
  const wanted = `${name}=`
  let found: string | null = null
  for (let at = header.indexOf(wanted); at !== -1; at = header.indexOf(wanted, at + 1)) {
    if (at !== 0 && !/[;\s]/.test(header[at - 1]!)) continue
    if (found !== null) return null
    const end = header.indexOf(';', at)
    const value = header.slice(at + wanted.length, end === -1 ? undefined : end).trim()
    found = value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
  }
  return found
}

/**
 * The cookie that holds an instance's client token. Over https its name has the prefix with which a browser takes it from this host alone:
 * no sibling host can plant one. One that is kept for each site apart has a name of its own, since a browser sends both kinds together.
 * @see RFC 6265bis, section 4.1.3.2
 */
export function clientCookieName(of: Reached, publicUrl: string): string {
  return clientCookieOfKind(of, publicUrl, isFramed(of))
}

/** The client cookie that was set before such frames were allowed, or while they were; without https there is one kind only: `null`. */
export function otherClientCookieName(of: Reached, publicUrl: string): string | null {
  return isSecure(of) ? clientCookieOfKind(of, publicUrl, !isFramed(of)) : null
}

function clientCookieOfKind(of: Reached, publicUrl: string, framed: boolean): string {
  return `${isSecure(of) ? '__Host-' : '__'}${framed ? 'framed_' : ''}client_${instanceSuffix(of.instance, publicUrl)}`
}

/** The cookie by which a page of an instance knows the browser it was shown to. On https no other host can set it. */
export function pageCookieName(of: Reached, publicUrl: string): string {
  const name = `${isFramed(of) ? 'framed_' : ''}latchkey_page_${instanceSuffix(of.instance, publicUrl)}`
  return isSecure(of) ? `__Host-${name}` : name
}

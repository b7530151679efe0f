/**
 * The value of a cookie in a `Cookie` header; `null` when it is not there. Two of one name are somebody's trick (a sibling host may set
 * cookies for the whole domain), and the order says nothing about whose is whose, so neither counts.
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

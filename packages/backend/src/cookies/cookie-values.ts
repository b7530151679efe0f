/**
 * Every value a `Cookie` header gives a name, as it was sent. Two values of one name are somebody's trick (a sibling host may
 * set cookies for the whole domain), so callers take a value only when it is the only one.
 * @see RFC 6265, section 5.4
 */
export function cookieValues(header: string | null, name: string): readonly string[] {
  const values: string[] = []
  if (header === null) return values
  for (let at = header.indexOf(name); at !== -1; at = header.indexOf(name, at + 1)) {
    const end = header.indexOf(';', at)
    const pair = header.slice(header.lastIndexOf(';', at) + 1, end === -1 ? undefined : end)
    const equals = pair.indexOf('=')
    if (equals !== -1 && trim(pair.slice(0, equals)) === name) values.push(trim(pair.slice(equals + 1)))
    // A value may hold the name again.
    if (end === -1) break
    at = end
  }
  return values
}

/** Only the white space that may stand around a pair; `trim()` would take more than a browser does. */
function trim(text: string): string {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
  return isSpace(first) || isSpace(last) ? text.replace(/^[ \t]+|[ \t]+$/g, '') : text
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9
}

/**
 * Every value a `Cookie` header gives a name, as it was sent. Two values of one name are somebody's trick (a sibling host may
 * set cookies for the whole domain), so callers take a value only when it is the only one.
 * @see RFC 6265, section 5.4
 */
export function cookieValues(header: string | null, name: string): readonly string[] {
  const values: string[] = []
  if (header === null || !header.includes(name)) return values
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals !== -1 && trim(pair.slice(0, equals)) === name) values.push(trim(pair.slice(equals + 1)))
  }
  return values
}

/** Only the white space that may stand around a pair; `trim()` would take more than a browser does. */
function trim(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '')
}

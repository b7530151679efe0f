/**
 * Every value a `Cookie` header gives a name, as it was sent. Two values of one name are somebody's trick (a sibling host may
 * set cookies for the whole domain), so callers take a value only when it is the only one.
 * @see RFC 6265, section 5.4
 */
export function cookieValues(header: string | null, name: string): readonly string[] {
  const values: string[] = []
  if (header === null) return values
  for (let at = header.indexOf(name); at !== -1; at = header.indexOf(name, at + name.length)) {
    const equals = spaceBehind(header, at + name.length)
    const before = spaceBefore(header, at)
    // Anywhere else the name is a part of another one, or of a value.
    if (header.charCodeAt(equals) !== EQUALS || (before !== 0 && header.charCodeAt(before - 1) !== SEMICOLON)) continue
    const next = header.indexOf(';', equals)
    const end = next === -1 ? header.length : next
    const start = spaceBehind(header, equals + 1)
    values.push(start < end ? header.slice(start, spaceBefore(header, end)) : '')
  }
  return values
}

const EQUALS = 61
const SEMICOLON = 59

/** Where the white space ends that begins here: only what may stand around a pair; `trim()` would take more than a browser does. */
function spaceBehind(text: string, at: number): number {
  let end = at
  while (isSpace(text.charCodeAt(end))) end++
  return end
}

/** Where the white space begins that ends here. */
function spaceBefore(text: string, at: number): number {
  let start = at
  while (start > 0 && isSpace(text.charCodeAt(start - 1))) start--
  return start
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9
}

/**
 * The same text in memory of its own. A piece that was cut out of a text is a view of it in every engine, and whoever keeps the piece
 * keeps the whole: of a cookie that is remembered, all the others beside it.
 */
export function textOfItsOwn(text: string): string {
  // Putting together makes a new text, and the cut is a view of that one.
  return `${text} `.slice(0, -1)
}

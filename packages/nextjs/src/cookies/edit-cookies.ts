/**
 * A `Cookie` header with some cookies replaced or, for `null`, taken out. All others stay letter by letter as the browser sent
 * them: to parse and write them anew would change what other code reads. `null` when none is left.
 */
export function editCookies(header: string | null, changes: Readonly<Record<string, string | null>>): string | null {
  if (Object.keys(changes).length === 0) return header
  const kept = (header ?? '').split(';').filter((pair) => pair.trim() !== '' && !Object.hasOwn(changes, nameOf(pair)))
  const added = Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))
  const whole = [kept.join(';').replace(/^[ \t]+/, ''), ...added].filter((part) => part !== '').join('; ')
  return whole === '' ? null : whole
}

function nameOf(pair: string): string {
  const equals = pair.indexOf('=')
  return (equals === -1 ? '' : pair.slice(0, equals)).replace(/^[ \t]+|[ \t]+$/g, '')
}

/** The value of a cookie in a `Cookie` header, the first one where a browser sends several of a name; `null` when it is not there. */
export function readCookie(header: string | null, name: string): string | null {
  if (header === null) return null
  const wanted = `${name}=`
  for (let at = header.indexOf(wanted); at !== -1; at = header.indexOf(wanted, at + 1)) {
    if (at !== 0 && !/[;\s]/.test(header[at - 1]!)) continue
    const end = header.indexOf(';', at)
    const value = header.slice(at + wanted.length, end === -1 ? undefined : end).trim()
    return value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
  }
  return null
}

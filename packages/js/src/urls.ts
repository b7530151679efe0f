/**
 * Lets a path or a web address through, and nothing that would run instead of being gone to.
 * @throws TypeError for `javascript:` and its like
 */
export function webUrl(to: string): string {
  const protocol = parseUrl(to, 'https://page.invalid')?.protocol
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError(`Not a page one can go to: ${to}`)
  return to
}

/** A URL taken apart, `null` for what is none. `URL.parse` is too young for some browsers in use. */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

/** A URL taken apart, `null` for what is none. `URL.parse` is too young for some browsers in use. */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

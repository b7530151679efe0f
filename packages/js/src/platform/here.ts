/** The address of the page, `null` where there is none: on a server. */
export function here(): URL | null {
  return typeof location === 'undefined' ? null : new URL(location.href)
}

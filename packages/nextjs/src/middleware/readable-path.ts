/**
 * Spellings that one reader takes for one path and another for another: an encoded slash, backslash or dot, an encoded letter, a
 * doubled slash, steps upwards, a percent sign that encodes nothing, control characters.
 */
const ODD = [
  /%(?![\da-f]{2})|%(?:2[def]|5[cf]|3\d|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9aef]|[01][\da-f])|%25(?:2[ef]|5c|25)/i,
  /\\|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/,
]

/** The path as a route is compared with, decoded and without a slash at the end; `null` when it could be read in more than one way. */
export function readablePath(pathname: string): string | null {
  if (ODD.some((spelling) => spelling.test(pathname))) return null
  try {
    return decodeURIComponent(pathname).replace(/(?<=.)\/$/, '')
  } catch {
    return null
  }
}

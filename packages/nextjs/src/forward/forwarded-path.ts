import { PREFIX } from '../settings/prefix.ts'

/** What the server is reached by through the app: its Frontend API, its pages, and what these load. */
const FORWARDED = /^(?:v1\/[\w/-]+|sign-in(?:\/[\w-]+)*|sign-up(?:\/[\w-]+)*|user(?:\/[\w-]+)*|sign-out|assets\/[\w.-]+)$/

/** Is this a path of ours? */
export function isBelowPrefix(pathname: string): boolean {
  return pathname === PREFIX || pathname.startsWith(`${PREFIX}/`)
}

/**
 * What a path of the app below the prefix is on the server, without a slash in front; `null` when it is nothing there. An app with
 * `trailingSlash` has every path end in one.
 */
export function forwardedPath(pathname: string): string | null {
  const rest = pathname.slice(PREFIX.length + 1).replace(/(?<=[^/])\/$/, '')
  return FORWARDED.test(rest) && !/\/\/|\.\./.test(rest) ? rest : null
}

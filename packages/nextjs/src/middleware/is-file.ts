import type { NextRequest } from 'next/server.js'
import { readEnvironment } from '../platform/environment.ts'
import { isKnownFile, isOwnFile } from './known-files.ts'

/** Is this a request for a file, of Next.js or of the app, which is there for everybody? */
export function isFile({ method, nextUrl }: Pick<NextRequest, 'method' | 'nextUrl'>): boolean {
  const { pathname, locale, defaultLocale } = nextUrl
  if (isOwnFile(pathname)) return true
  if (readEnvironment().development && /^\/(?:_next\/|__nextjs)/.test(pathname) && pathname !== '/_next/image') return true
  if (method !== 'GET' && method !== 'HEAD') return false
  if (pathname === '/_next/image') return isPublicImage(nextUrl.searchParams.getAll('url'))
  // Next.js finds a file below no language but the app's own, and a page below any.
  return (locale === '' || locale === defaultLocale) && isKnownFile(pathname)
}

/**
 * May everybody have an image made smaller? Those of elsewhere the app has allowed in `next.config`. One of the app's own is asked for
 * once more, by nobody in particular, and goes through here again.
 */
function isPublicImage(urls: readonly string[]): boolean {
  return urls.length === 1
}

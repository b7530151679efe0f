import type { NextRequest } from 'next/server.js'
import { PREFIX } from '../settings/prefix.ts'
import type { Settings } from '../settings/read-settings.ts'

/** Sends somebody to sign in, and then back to where they wanted to go. */
export function signInRedirect(
  request: NextRequest,
  origin: string,
  { signInUrl }: Pick<Settings, 'signInUrl'>,
  { hosted = 'sign-in', back: wanted }: { readonly hosted?: 'sign-in' | 'sign-up'; readonly back?: string | undefined } = {},
): Response {
  const { basePath, pathname, search } = request.nextUrl
  const back = wanted ?? `${basePath}${pathname}${search}`
  const target = new URL(
    signInUrl === null ? `${basePath}${PREFIX}/${hosted}` : signInUrl.startsWith('/') ? basePath + signInUrl : signInUrl,
    origin,
  )
  target.searchParams.set('redirect_url', target.origin === origin || !back.startsWith('/') ? back : origin + back)
  return new Response(null, { status: 307, headers: { location: target.href, 'cache-control': 'no-store' } })
}

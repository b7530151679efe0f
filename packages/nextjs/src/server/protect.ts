import { looksLikeApi } from '../middleware/looks-like-api.ts'
import { PATH_HEADER } from '../middleware/pass-on.ts'
import { basePath } from '../platform/base-path.ts'
import { PREFIX } from '../settings/prefix.ts'
import { requireSettings } from '../settings/require-settings.ts'
import type { Auth, SignedInAuth } from './auth.ts'
import { requestHeaders } from './request-headers.ts'

/** Where to go after signing in: a path of the app. Left out, the page that was asked for. */
export interface SignInTarget {
  readonly returnBackUrl?: string | undefined
}

/** Goes on with whoever is signed in, and sends everybody else to sign in. */
export async function protect(auth: Auth): Promise<SignedInAuth> {
  if (auth.isSignedIn) return auth
  const headers = await requestHeaders('auth.protect()')
  const path = headers.get(PATH_HEADER) ?? ''
  const below = basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path
  if (!looksLikeApi(below, headers)) return redirectToSignIn()
  const { notFound } = await navigation()
  return notFound()
}

/** Ends the rendering and sends the browser to sign in. @param target `returnBackUrl` is where to go afterwards; the page asked for */
export function redirectToSignIn(target?: SignInTarget): Promise<never> {
  return toPage('redirectToSignIn()', requireSettings().signInUrl ?? `${PREFIX}/sign-in`, target)
}

/** Ends the rendering and sends the browser to sign up. @param target `returnBackUrl` is where to go afterwards; the page asked for */
export function redirectToSignUp(target?: SignInTarget): Promise<never> {
  return toPage('redirectToSignUp()', requireSettings().signUpUrl ?? `${PREFIX}/sign-up`, target)
}

async function toPage(caller: string, page: string, { returnBackUrl }: SignInTarget = {}): Promise<never> {
  const headers = await requestHeaders(caller)
  const back = returnBackUrl ?? pathOf(headers.get(PATH_HEADER))
  const { redirect } = await navigation()
  return redirect(back === null ? page : `${page}${page.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(back)}`)
}

/**
 * Only when it is needed: under this name there is something where Next.js bundles the code, and nothing where Node loads it as it is,
 * as for a page of the Pages Router, which has no use for it.
 */
const navigation = () => import('#navigation')

/** Anybody can say so where the middleware does not run, so only a path of the app counts. */
function pathOf(header: string | null): string | null {
  return header !== null && /^\/(?![/\\])/.test(header) ? header : null
}

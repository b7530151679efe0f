'use client'
import { useUrls } from '../hooks/use-urls.ts'
import { oneName, type ReturnProps } from '../navigation/return-to.ts'
import { useRedirect } from '../navigation/use-redirect.ts'

/** Sends whoever is not signed in to the sign-in page and, after that, back here. It does nothing for somebody who is. */
export function RedirectToSignIn(props: ReturnProps): null {
  useRedirect(useUrls().signInUrl, oneName(props, false))
  return null
}

'use client'
import { useUrls } from '../hooks/use-urls.ts'
import { oneName, type ReturnProps } from '../navigation/return-to.ts'
import { useRedirect } from '../navigation/use-redirect.ts'

/** Sends whoever is not signed in to the sign-up page and, after that, back here. It does nothing for somebody who is. */
export function RedirectToSignUp(props: ReturnProps): null {
  useRedirect(useUrls().signUpUrl, oneName(props, true))
  return null
}

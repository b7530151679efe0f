'use client'
import { useEffect, useState } from 'react'
import { useLatchkey, useSnapshot, useUrls } from '../hooks/use-latchkey.ts'
import { oneName, type ReturnProps, returnTo, withReturn } from '../navigation/return-to.ts'

/** Sends whoever is not signed in to the sign-in page and, after that, back here. It does nothing for somebody who is. */
export function RedirectToSignIn(props: ReturnProps): null {
  useRedirect(useUrls().signInUrl, oneName(props, false))
  return null
}

/** Sends whoever is not signed in to the sign-up page and, after that, back here. It does nothing for somebody who is. */
export function RedirectToSignUp(props: ReturnProps): null {
  useRedirect(useUrls().signUpUrl, oneName(props, true))
  return null
}

/** Goes to the page of the account. */
export function RedirectToUserProfile(): null {
  const latchkey = useLatchkey()
  const { userProfileUrl } = useUrls()
  useEffect(() => {
    latchkey.navigate(userProfileUrl, { replace: true, automatic: true }).catch(reportError)
  }, [latchkey, userProfileUrl])
  return null
}

/**
 * Sends whoever is not signed in to a page, with the way back. It asks the server before it does: the hint is only for
 * drawing, and while a page is hydrated what is for others is there for a moment, too.
 */
function useRedirect(to: string, props: ReturnProps): void {
  const latchkey = useLatchkey()
  const { phase, session } = useSnapshot()
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    let here = true
    void latchkey.load().then(() => here && setAsked(true))
    return () => void (here = false)
  }, [latchkey])
  const go = asked && phase === 'ready' && session === null
  const { forceRedirectUrl, fallbackRedirectUrl } = props
  useEffect(() => {
    if (!go) return
    const back = returnTo({ forceRedirectUrl, fallbackRedirectUrl }, to, location as unknown as URL)
    latchkey.navigate(withReturn(to, back), { replace: true, automatic: true }).catch(reportError)
  }, [go, latchkey, to, forceRedirectUrl, fallbackRedirectUrl])
}

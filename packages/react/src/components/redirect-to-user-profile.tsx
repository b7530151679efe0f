'use client'
import { useEffect } from 'react'
import { useLatchkey } from '../hooks/use-latchkey.ts'
import { useUrls } from '../hooks/use-urls.ts'

/** Goes to the page of the account. */
export function RedirectToUserProfile(): null {
  const latchkey = useLatchkey()
  const { userProfileUrl } = useUrls()
  useEffect(() => {
    latchkey.navigate(userProfileUrl, { replace: true, automatic: true }).catch(reportError)
  }, [latchkey, userProfileUrl])
  return null
}

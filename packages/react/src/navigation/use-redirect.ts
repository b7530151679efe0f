'use client'
import { useEffect, useState } from 'react'
import { useLatchkey } from '../hooks/use-latchkey.ts'
import { useSnapshot } from '../hooks/use-snapshot.ts'
import { returnTo, type ReturnProps } from './return-to.ts'
import { withReturn } from './with-return.ts'

/**
 * Sends whoever is not signed in to a page, with the way back. It asks the server before it does: the hint is only for
 * drawing, and while a page is hydrated what is for others is there for a moment, too.
 */
export function useRedirect(to: string, props: ReturnProps): void {
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

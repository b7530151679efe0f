'use client'
import type { Latchkey } from '@latchkey/js'
import { useRouter } from '#navigation'
import { useEffect } from 'react'
import { basePath } from '../platform/base-path.ts'
import { forgetPage } from '../platform/forget-page.ts'
import { createNavigator } from './create-navigator.ts'

/** How long somebody else may take to go somewhere after the session in use has changed, in milliseconds. */
const patienceMs = 1000

/**
 * Lets the store go to pages by the app's router, and has what the server renders follow who is signed in: also when another tab
 * has signed in or out, after which nobody here goes anywhere.
 */
export function useNavigator(latchkey: Latchkey): void {
  const router = useRouter()
  useEffect(() => {
    const navigator = createNavigator({ latchkey, router, location: globalThis.location, basePath, forgetPage })
    latchkey.setNavigator(navigator)
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = latchkey.subscribe(() => {
      clearTimeout(timer)
      if (!navigator.behind()) return
      timer = setTimeout(() => {
        if (navigator.behind()) void navigator.refresh()
      }, patienceMs)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [latchkey, router])
}

'use client'
import type { Latchkey, Navigator } from '@latchkey/js'
import { useEffect } from 'react'
import { useRouter } from '#navigation'
import { basePath } from '../platform/base-path.ts'
import { forgetPage } from '../platform/forget-page.ts'
import { PREFIX } from '../settings/prefix.ts'

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

/** What it needs of the router of Next.js, and of the browser. */
export interface NavigatorOptions {
  readonly latchkey: Pick<Latchkey, 'getSnapshot'>
  readonly router: { push(path: string): void; replace(path: string): void; refresh(): void }
  readonly location: Pick<Location, 'href' | 'origin' | 'assign' | 'replace'>
  readonly basePath: string
  /** Keeps the page from being shown again as it is. */
  forgetPage(): void
}

/** A navigator that knows whether what the server rendered is about somebody else. */
export interface NextNavigator extends Navigator {
  /** Has the session in use changed since the server last rendered? */
  behind(): boolean
}

/** Makes it. */
export function createNavigator({ latchkey, router, location, basePath, forgetPage }: NavigatorOptions): NextNavigator {
  /** Whom the pages that the router has are about; `undefined` before it is known. */
  let about: string | null | undefined
  const current = (): string | null | undefined => {
    const { phase, session } = latchkey.getSnapshot()
    return phase === 'ready' ? (session?.id ?? null) : about
  }
  const behind = (): boolean => {
    if (about === undefined) about = current()
    return about !== current()
  }
  behind()

  return {
    behind,
    refresh() {
      about = current()
      router.refresh()
    },
    navigate(to, { replace = false } = {}) {
      const url = addressOf(to)
      const changed = behind()
      about = current()
      // After a sign-out nothing of the router's cache may stay; and it knows neither other apps nor the hosted pages.
      const signedOut = changed && about === null
      if (signedOut) forgetPage()
      if (signedOut || !isOfRouter(url)) return replace ? location.replace(url.href) : location.assign(url.href)
      const path = (url.pathname.slice(basePath.length) || '/') + url.search + url.hash
      if (replace) router.replace(path)
      else router.push(path)
      if (changed) router.refresh()
    },
  }

  function isOfRouter({ origin, pathname }: URL): boolean {
    return origin === location.origin && isBelowBase(pathname) && !pathname.startsWith(`${basePath}${PREFIX}/`)
  }

  /** A path that does not say the app's base path is written as the router has it, without. */
  function addressOf(to: string): URL {
    const url = new URL(to, location.href)
    if (/^\/(?!\/)/.test(to) && !isBelowBase(url.pathname)) url.pathname = basePath + url.pathname
    return url
  }

  function isBelowBase(pathname: string): boolean {
    return pathname === basePath || pathname.startsWith(`${basePath}/`)
  }
}

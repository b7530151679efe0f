import type { Latchkey, Navigator } from '@latchkey/js'
import { PREFIX } from '../settings/prefix.ts'

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

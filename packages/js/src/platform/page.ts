import type { Navigator } from '../latchkey.ts'

/** The address of the page, `null` where there is none: on a server. */
export function here(): URL | null {
  return typeof location === 'undefined' ? null : new URL(location.href)
}

/** What may have made a page's picture of the world old. */
export interface PageEvents {
  /** Somebody looks at the page again. */
  looked(): void
  /** The network is back. */
  online(): void
  /** The page was brought back as it was left, from the browser's back/forward cache. */
  restored(): void
}

/** Listens to the page; the result ends it. On a server it does nothing. */
export function onPageEvents({ looked, online, restored }: PageEvents): () => void {
  if (typeof window === 'undefined') return () => undefined
  const end = new AbortController()
  const { signal } = end
  const seen = () => document.visibilityState === 'visible' && looked()
  document.addEventListener('visibilitychange', seen, { signal })
  window.addEventListener('focus', seen, { signal })
  window.addEventListener('online', online, { signal })
  window.addEventListener('pageshow', (event) => event.persisted && restored(), { signal })
  return () => end.abort()
}

/** Goes to other pages without a framework: by loading them. There is nothing to render anew, since the store is all there is. */
export const pageNavigator: Navigator = {
  navigate(to, options) {
    if (options?.replace) location.replace(to)
    else location.assign(to)
  },
  refresh() {},
}

/** Does the page's hint say that somebody is signed in? @param name as over http; over https `__Host-` stands in front */
export function hintSaysIn(name: string): boolean {
  const own = location.protocol === 'https:' ? name.replace('__', '__Host-') : name
  return document.cookie.split('; ').includes(`${own}=in`)
}

/** A line to the other tabs of the same app. */
export interface Tabs {
  /** Says that who is signed in has changed. */
  tell(): void
  close(): void
}

/** Opens the line of a publishable key. Where the browser has no such thing, nobody is told; tabs then ask when looked at. */
export function openTabs(publishableKey: string, changed: () => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, close() {} }
  const channel = new BroadcastChannel(`latchkey:${publishableKey}`)
  channel.addEventListener('message', changed)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is of windows; a channel is of one origin anyway
  return { tell: () => channel.postMessage('changed'), close: () => channel.close() }
}

/** Epoch milliseconds by this machine's clock, for spans only: it may be wrong by hours. */
export const now = (): number => Date.now()

/** Does something after a pause; the result calls it off. */
export function later(act: () => void, ms: number): () => void {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** Does anybody see the page? A hidden one can wait until it is looked at again. */
export const isSeen = (): boolean => typeof document !== 'undefined' && document.visibilityState === 'visible'

/** Tells the developer, in the page's console. */
export function complain(message: string): void {
  console.error(`[latchkey] ${message}`)
}

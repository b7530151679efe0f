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

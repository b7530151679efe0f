'use client'

import { type ReactNode, useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and while its HTML is taken over, true from then on. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

/**
 * Draws its children once the server's HTML has been taken over. The SDK's components look at whether its script is loaded; on a
 * slow machine it is, before their turn comes, and what they draw then is not what the server drew.
 */
export function AfterMount({ children }: { children: ReactNode }) {
  return useMounted() ? children : null
}

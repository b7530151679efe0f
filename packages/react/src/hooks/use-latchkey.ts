'use client'
import type { Latchkey, Phase, Snapshot } from '@latchkey/js'
import { useContext, useSyncExternalStore } from 'react'
import { LatchkeyContext, type LatchkeyContextValue, type Urls } from '../context.ts'

/** What the provider hands down. @throws Error outside of a provider */
function useLatchkeyContext(): LatchkeyContextValue {
  const value = useContext(LatchkeyContext)
  if (value === null) throw new Error('There is no <LatchkeyProvider> around this component: put one around the app, in its layout.')
  return value
}

/** The store of the page. @throws Error outside of a provider */
export const useLatchkey = (): Latchkey => useLatchkeyContext().latchkey

/** Where things are in the app. @throws Error outside of a provider */
export const useUrls = (): Urls => useLatchkeyContext().urls

/** What the page knows now. While a page from the server is hydrated, it is what the server knew. */
export function useSnapshot(): Snapshot {
  const { subscribe, getSnapshot, getServerSnapshot } = useLatchkey()
  return useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
}

/**
 * How far the page knows who is signed in. Hooks say `isLoaded: false` in every phase but `ready`; this one tells waiting
 * (`unknown`, `loading`) from a server that did not answer (`unreachable`). Whoever was known stays known while the network is away.
 */
export const useLatchkeyPhase = (): Phase => useSnapshot().phase

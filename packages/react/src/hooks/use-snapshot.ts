'use client'
import type { Snapshot } from '@latchkey/js'
import { useSyncExternalStore } from 'react'
import { useLatchkey } from './use-latchkey.ts'

/** What the page knows now. While a page from the server is hydrated, it is what the server knew. */
export function useSnapshot(): Snapshot {
  const { subscribe, getSnapshot, getServerSnapshot } = useLatchkey()
  return useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
}

'use client'
import type { Latchkey, SessionResource } from '@latchkey/js'
import { useLatchkey } from './use-latchkey.ts'
import { useSnapshot } from './use-snapshot.ts'

/** The sessions of this browser. */
export type UseSessionList =
  | { readonly isLoaded: false; readonly sessions: undefined; readonly setActive: undefined }
  | { readonly isLoaded: true; readonly sessions: readonly SessionResource[]; readonly setActive: Latchkey['setActive'] }

/** All sessions of this browser, and how to change between them. */
export function useSessionList(): UseSessionList {
  const { setActive } = useLatchkey()
  const { phase, sessions } = useSnapshot()
  return phase === 'ready' ? { isLoaded: true, sessions, setActive } : { isLoaded: false, sessions: undefined, setActive: undefined }
}

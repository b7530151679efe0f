'use client'
import type { Latchkey, SessionResource } from '@latchkey/js'
import { useLatchkey, useSnapshot } from './use-latchkey.ts'

/** The session in use. */
export type UseSession =
  | { readonly isLoaded: false; readonly isSignedIn: undefined; readonly session: undefined }
  | { readonly isLoaded: true; readonly isSignedIn: false; readonly session: null }
  | { readonly isLoaded: true; readonly isSignedIn: true; readonly session: SessionResource }

/** The session in use. */
export function useSession(): UseSession {
  const { phase, session } = useSnapshot()
  if (phase !== 'ready') return { isLoaded: false, isSignedIn: undefined, session: undefined }
  return session === null ? { isLoaded: true, isSignedIn: false, session } : { isLoaded: true, isSignedIn: true, session }
}

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

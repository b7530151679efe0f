'use client'
import type { Latchkey } from '@latchkey/js'
import { useLatchkey } from './use-latchkey.ts'
import { useSnapshot } from './use-snapshot.ts'

/** Whether somebody is signed in, and what that is good for. */
export type UseAuth = Pick<Latchkey, 'getToken' | 'signOut'> &
  (
    | { readonly isLoaded: false; readonly isSignedIn: undefined; readonly userId: undefined; readonly sessionId: undefined }
    | { readonly isLoaded: true; readonly isSignedIn: false; readonly userId: null; readonly sessionId: null }
    | { readonly isLoaded: true; readonly isSignedIn: true; readonly userId: string; readonly sessionId: string }
  )

/** The state of authentication, by ids. */
export function useAuth(): UseAuth {
  const { getToken, signOut } = useLatchkey()
  const { phase, session } = useSnapshot()
  const does = { getToken, signOut }
  if (phase !== 'ready') return { ...does, isLoaded: false, isSignedIn: undefined, userId: undefined, sessionId: undefined }
  if (session === null) return { ...does, isLoaded: true, isSignedIn: false, userId: null, sessionId: null }
  return { ...does, isLoaded: true, isSignedIn: true, userId: session.user.id, sessionId: session.id }
}

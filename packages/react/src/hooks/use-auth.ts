'use client'
import type { Latchkey, UserResource } from '@latchkey/js'
import { useLatchkey, useSnapshot } from './use-latchkey.ts'

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

/** Who is signed in. */
export type UseUser =
  | { readonly isLoaded: false; readonly isSignedIn: undefined; readonly user: undefined }
  | { readonly isLoaded: true; readonly isSignedIn: false; readonly user: null }
  | { readonly isLoaded: true; readonly isSignedIn: true; readonly user: UserResource }

/** The signed-in user. */
export function useUser(): UseUser {
  const { phase, user } = useSnapshot()
  if (phase !== 'ready') return { isLoaded: false, isSignedIn: undefined, user: undefined }
  return user === null ? { isLoaded: true, isSignedIn: false, user } : { isLoaded: true, isSignedIn: true, user }
}

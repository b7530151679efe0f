'use client'
import type { UserResource } from '@latchkey/js'
import { useSnapshot } from './use-snapshot.ts'

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

'use client'
import type { SessionResource } from '@latchkey/js'
import { useSnapshot } from './use-snapshot.ts'

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

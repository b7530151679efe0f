'use client'
import type { Latchkey, SignInResource } from '@latchkey/js'
import { useLatchkey } from './use-latchkey.ts'
import { useSnapshot } from './use-snapshot.ts'

/** The sign-in that this browser is in the middle of. */
export type UseSignIn =
  | { readonly isLoaded: false; readonly signIn: undefined; readonly setActive: undefined }
  | { readonly isLoaded: true; readonly signIn: SignInResource; readonly setActive: Latchkey['setActive'] }

/** For forms of one's own: `signIn.create`, then `prepareFirstFactor`, `attemptFirstFactor`, and `setActive` with the session created. */
export function useSignIn(): UseSignIn {
  const { setActive } = useLatchkey()
  const { phase, signIn } = useSnapshot()
  return phase === 'ready' ? { isLoaded: true, signIn, setActive } : { isLoaded: false, signIn: undefined, setActive: undefined }
}

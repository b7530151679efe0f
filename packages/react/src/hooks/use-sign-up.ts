'use client'
import type { Latchkey, SignUpResource } from '@latchkey/js'
import { useLatchkey } from './use-latchkey.ts'
import { useSnapshot } from './use-snapshot.ts'

/** The sign-up that this browser is in the middle of. */
export type UseSignUp =
  | { readonly isLoaded: false; readonly signUp: undefined; readonly setActive: undefined }
  | { readonly isLoaded: true; readonly signUp: SignUpResource; readonly setActive: Latchkey['setActive'] }

/** For forms of one's own: `signUp.create`, then `prepareVerification`, `attemptVerification`, and `setActive` with the session created. */
export function useSignUp(): UseSignUp {
  const { setActive } = useLatchkey()
  const { phase, signUp } = useSnapshot()
  return phase === 'ready' ? { isLoaded: true, signUp, setActive } : { isLoaded: false, signUp: undefined, setActive: undefined }
}

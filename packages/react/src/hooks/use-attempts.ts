'use client'
import type { Latchkey, SignInResource, SignUpResource } from '@latchkey/js'
import { useLatchkey, useSnapshot } from './use-latchkey.ts'

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

'use client'
import { useSyncExternalStore } from 'react'
import { useLatchkey } from '../hooks/use-latchkey.ts'
import { signedInState, type SignedInState } from './signed-in-state.ts'

/** Is somebody signed in, as far as one has to know for drawing? Never a reason to act. */
export function useSignedInState(): SignedInState {
  const { subscribe, getSnapshot } = useLatchkey()
  return useSyncExternalStore<SignedInState>(
    subscribe,
    () => signedInState(getSnapshot(), globalThis.__latchkey_hint),
    () => 'unknown',
  )
}

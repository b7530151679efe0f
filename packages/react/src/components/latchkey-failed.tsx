'use client'
import type { ReactNode } from 'react'
import { useLatchkeyPhase } from '../hooks/use-latchkey-phase.ts'

/** Shows its children while it cannot be found out who is signed in, since the server does not answer. */
export function LatchkeyFailed({ children }: { readonly children?: ReactNode }): ReactNode {
  return useLatchkeyPhase() === 'unreachable' ? children : null
}

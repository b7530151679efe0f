'use client'
import type { ReactNode } from 'react'
import { useLatchkeyPhase } from '../hooks/use-latchkey-phase.ts'
import { inElement } from './in-element.tsx'

/** Shows its children while it is being found out who is signed in; no longer when the server does not answer. */
export function LatchkeyLoading({ children }: { readonly children?: ReactNode }): ReactNode {
  const phase = useLatchkeyPhase()
  return phase === 'unknown' || phase === 'loading' ? inElement(children) : null
}

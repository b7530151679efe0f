'use client'
import type { ReactNode } from 'react'
import { useLatchkeyPhase } from '../hooks/use-latchkey-phase.ts'
import { inElement } from './in-element.tsx'

/** Shows its children once it is known who is signed in. */
export function LatchkeyLoaded({ children }: { readonly children?: ReactNode }): ReactNode {
  return useLatchkeyPhase() === 'ready' ? inElement(children) : null
}

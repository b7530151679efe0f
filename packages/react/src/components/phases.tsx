'use client'
import type { ReactNode } from 'react'
import { useLatchkeyPhase } from '../hooks/use-latchkey.ts'

/** Shows its children while it is being found out who is signed in; no longer when the server does not answer. */
export function LatchkeyLoading({ children }: { readonly children?: ReactNode }): ReactNode {
  const phase = useLatchkeyPhase()
  return phase === 'unknown' || phase === 'loading' ? inElement(children) : null
}

/** Shows its children once it is known who is signed in. */
export function LatchkeyLoaded({ children }: { readonly children?: ReactNode }): ReactNode {
  return useLatchkeyPhase() === 'ready' ? inElement(children) : null
}

/** Shows its children while it cannot be found out who is signed in, since the server does not answer. */
export function LatchkeyFailed({ children }: { readonly children?: ReactNode }): ReactNode {
  return useLatchkeyPhase() === 'unreachable' ? children : null
}

/**
 * What may go again, in an element of its own where it is text. Browsers that translate a page take its texts off it, and React
 * could not remove one that is no longer there.
 */
function inElement(node: ReactNode): ReactNode {
  return isText(node) ? <span>{node}</span> : node
}

const isText = (node: ReactNode): boolean =>
  typeof node === 'string' || typeof node === 'number' || (Array.isArray(node) && node.some(isText))

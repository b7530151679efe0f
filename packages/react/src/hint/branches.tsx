'use client'
import type { Snapshot } from '@latchkey/js'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useLatchkey } from '../hooks/use-latchkey.ts'

/** Two things of which one is shown. */
export interface BranchesProps {
  /** For somebody signed in. */
  readonly whenIn: ReactNode
  /** For everybody else. */
  readonly whenOut: ReactNode
}

/**
 * Draws one of two. HTML from the server holds both, of which CSS shows one: `branches.css` what is for nobody, and the hint
 * script's sheet, which overrules it, the other. Neither is an inline style, which a strict content security policy refuses. What
 * stays keeps its elements and its state when the other one goes.
 */
export function Branches({ whenIn, whenOut }: BranchesProps): ReactNode {
  const state = useSignedInState()
  const open = state === 'unknown'
  return (
    <>
      {state !== 'out' && !empty(whenIn) && (
        <span key="in" data-lk-contents="" data-lk-if={open ? 'in' : undefined}>
          {whenIn}
        </span>
      )}
      {state !== 'in' && !empty(whenOut) && (
        <span key="out" data-lk-contents="" data-lk-if={open ? 'out' : undefined}>
          {whenOut}
        </span>
      )}
    </>
  )
}

const empty = (node: ReactNode) => node === null || node === undefined || typeof node === 'boolean'

/** Is somebody signed in, as far as one has to know for drawing? Never a reason to act. */
function useSignedInState(): SignedInState {
  const { subscribe, getSnapshot } = useLatchkey()
  return useSyncExternalStore<SignedInState>(
    subscribe,
    () => signedInState(getSnapshot(), globalThis.__latchkey_hint),
    () => 'unknown',
  )
}

declare global {
  /** What the hint cookie said when the page began, left by the script of `<HintScript>`. */
  var __latchkey_hint: 'in' | 'out' | undefined
}

/** Is somebody signed in? `unknown` while HTML is rendered or hydrated, which is the same for everybody. */
type SignedInState = 'in' | 'out' | 'unknown'

/** What to show: what is known, or what the hint says, or nobody. */
export function signedInState({ phase, session }: Pick<Snapshot, 'phase' | 'session'>, hint: 'in' | 'out' | undefined): 'in' | 'out' {
  if (phase === 'ready') return session === null ? 'out' : 'in'
  return hint ?? 'out'
}

'use client'
import type { ReactNode } from 'react'
import { useSignedInState } from './use-signed-in-state.ts'

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

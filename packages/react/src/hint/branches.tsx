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

const shown = { display: 'contents' }
const hidden = { display: 'none' }

/**
 * Draws one of two. HTML from the server holds both, of which CSS shows one: by inline styles what is for nobody, and by the
 * hint script's sheet, which overrules them, the other. What stays keeps its elements and its state when the other one goes.
 */
export function Branches({ whenIn, whenOut }: BranchesProps): ReactNode {
  const state = useSignedInState()
  const open = state === 'unknown'
  return (
    <>
      {state !== 'out' && !empty(whenIn) && (
        <span key="in" data-lk-if={open ? 'in' : undefined} style={open ? hidden : shown}>
          {whenIn}
        </span>
      )}
      {state !== 'in' && !empty(whenOut) && (
        <span key="out" data-lk-if={open ? 'out' : undefined} style={shown}>
          {whenOut}
        </span>
      )}
    </>
  )
}

const empty = (node: ReactNode) => node === null || node === undefined || typeof node === 'boolean'

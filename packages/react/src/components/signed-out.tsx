'use client'
import type { ReactNode } from 'react'
import { Branches } from '../hint/branches.tsx'

/** Shows its children to somebody who is not signed in. */
export function SignedOut({ children }: { readonly children?: ReactNode }): ReactNode {
  return <Branches whenIn={null} whenOut={children} />
}

'use client'
import type { ReactNode } from 'react'
import { Branches } from '../hint/branches.tsx'

/** Shows its children to somebody who is signed in. */
export function SignedIn({ children }: { readonly children?: ReactNode }): ReactNode {
  return <Branches whenIn={children} whenOut={null} />
}

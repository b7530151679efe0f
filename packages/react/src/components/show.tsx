'use client'
import type { SessionResource, UserResource } from '@latchkey/js'
import type { ReactNode } from 'react'
import { Branches } from '../hint/branches.tsx'
import { useSnapshot } from '../hooks/use-latchkey.ts'

/** Who is signed in, for a condition. */
export interface ShowTo {
  readonly user: UserResource
  readonly session: SessionResource
}

/** What to show, and to whom. */
export interface ShowProps {
  /** A condition is asked about somebody who is signed in; for everybody else it is not met. */
  readonly when: 'signed-in' | 'signed-out' | ((to: ShowTo) => boolean)
  /** For everybody else. */
  readonly fallback?: ReactNode
  readonly children?: ReactNode
}

/** Shows its children to those it is for. It hides, it does not protect: what is in the page can be read by anybody who was sent it. */
export function Show({ when, fallback = null, children }: ShowProps): ReactNode {
  const { session } = useSnapshot()
  if (when === 'signed-out') return <Branches whenIn={fallback} whenOut={children} />
  if (when === 'signed-in') return <Branches whenIn={children} whenOut={fallback} />
  const met = session !== null && when({ user: session.user, session })
  // Until they are known, it cannot be told what somebody signed in may see.
  return <Branches whenIn={session === null ? null : met ? children : fallback} whenOut={fallback} />
}

/** Shows its children to somebody who is signed in. */
export function SignedIn({ children }: { readonly children?: ReactNode }): ReactNode {
  return <Branches whenIn={children} whenOut={null} />
}

/** Shows its children to somebody who is not signed in. */
export function SignedOut({ children }: { readonly children?: ReactNode }): ReactNode {
  return <Branches whenIn={null} whenOut={children} />
}

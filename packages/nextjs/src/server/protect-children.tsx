import type { ReactNode } from 'react'
import { auth } from './auth.ts'

/** What it takes. */
export interface ProtectProps {
  /** For everybody else. */
  readonly fallback?: ReactNode
  readonly children?: ReactNode
}

/**
 * Sends its children to people who are signed in, and to nobody else: here, on the server, it protects them. @throws TypeError for a
 * role, a permission or a condition, which there is nothing to check by
 */
export async function Protect({ children, fallback = null, ...asks }: ProtectProps): Promise<ReactNode> {
  const more = Object.keys(asks)
  if (more.length > 0)
    throw new TypeError(
      `<Protect> cannot check ${more.join(', ')}: there are no roles and permissions yet. Without it, everybody who is ` +
        'signed in would see what is inside.',
    )
  return (await auth()).isSignedIn ? children : fallback
}

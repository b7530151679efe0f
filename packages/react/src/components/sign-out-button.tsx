'use client'
import type { SignOutOptions } from '@latchkey/js'
import type { ReactNode } from 'react'
import { useLatchkey } from '../hooks/use-latchkey.ts'
import { useUrls } from '../hooks/use-urls.ts'
import { ClickTarget } from './click-target.tsx'

/** What the button takes. */
export interface SignOutButtonProps extends SignOutOptions {
  /** The same as the other props, as older code has it. */
  readonly signOutOptions?: SignOutOptions
  readonly children?: ReactNode
}

/** Signs out and goes on: where it says, or where the app says. Its child is what is clicked; without one it is a plain button. */
export function SignOutButton({ children, signOutOptions, ...props }: SignOutButtonProps): ReactNode {
  const latchkey = useLatchkey()
  const { afterSignOutUrl } = useUrls()
  const options = { redirectUrl: afterSignOutUrl, ...signOutOptions, ...props }
  return (
    <ClickTarget label="Sign out" onClick={() => latchkey.signOut(options)}>
      {children}
    </ClickTarget>
  )
}

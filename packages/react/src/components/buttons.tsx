'use client'
import type { SignOutOptions } from '@latchkey/js'
import type { MouseEvent, ReactNode } from 'react'
import { useLatchkey, useUrls } from '../hooks/use-latchkey.ts'
import { type EntranceProps, useEntrance } from '../navigation/use-entrance.ts'

/** Leads to the sign-in page, or opens it over this one. Its child is what is clicked; a text is put on a button. */
export function SignInButton({ children, ...props }: EntranceProps & { readonly children: ReactNode }): ReactNode {
  const enter = useEntrance('sign-in')
  return <ClickTarget onClick={() => enter(props)}>{children}</ClickTarget>
}

/** Leads to the sign-up page, or opens it over this one. Its child is what is clicked; a text is put on a button. */
export function SignUpButton({ children, ...props }: EntranceProps & { readonly children: ReactNode }): ReactNode {
  const enter = useEntrance('sign-up')
  return <ClickTarget onClick={() => enter(props)}>{children}</ClickTarget>
}

/** What the button takes. */
export interface SignOutButtonProps extends SignOutOptions {
  /** The same as the other props, as older code has it. */
  readonly signOutOptions?: SignOutOptions
  readonly children: ReactNode
}

/** Signs out and goes on: where it says, or where the app says. Its child is what is clicked; a text is put on a button. */
export function SignOutButton({ children, signOutOptions, ...props }: SignOutButtonProps): ReactNode {
  const latchkey = useLatchkey()
  const { afterSignOutUrl } = useUrls()
  const options = { redirectUrl: afterSignOutUrl, ...signOutOptions, ...props }
  return <ClickTarget onClick={() => latchkey.signOut(options)}>{children}</ClickTarget>
}

/** What is clicked, and what for. */
export interface ClickTargetProps {
  /** One element, whose own `onClick` goes first and may prevent the rest; a text is put on a button. */
  readonly children: ReactNode
  onClick(): void | Promise<void>
}

/** Gives its child something to do, or is a plain button with a text on it. */
function ClickTarget({ children, onClick }: ClickTargetProps): ReactNode {
  const act = (event: MouseEvent) => {
    if (!event.defaultPrevented) Promise.resolve(onClick()).catch(reportError)
  }
  if (typeof children === 'string') {
    return (
      <button type="button" onClick={act}>
        {children}
      </button>
    )
  }
  // Clicks are met where they bubble to. To clone the child would not do: what a server component hands down is an element in the
  // browser and not yet one where its HTML is made, and the two would not match.
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys are for the child
    <span data-lk-contents="" onClick={act}>
      {children}
    </span>
  )
}

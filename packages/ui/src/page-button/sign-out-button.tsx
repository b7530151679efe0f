'use client'
import { SignOutButton as Bare, type SignOutButtonProps as BareProps } from '@latchkey/react'
import type { ReactNode } from 'react'
import type { Look } from '../appearance/types.ts'
import { useWords } from '../words/words.ts'
import { PageButton } from './page-button.tsx'

/** What the button takes. */
export interface SignOutButtonProps extends BareProps {
  readonly appearance?: Look | undefined
}

/** Signs out and goes on: where it says, or where the app says. An element given as its child is clicked in its place. */
export function SignOutButton({ children, appearance, ...props }: SignOutButtonProps): ReactNode {
  const words = useWords()
  return (
    <Bare {...props}>
      <PageButton of="signOutButton" label={words.action.signOut} appearance={appearance}>
        {children}
      </PageButton>
    </Bare>
  )
}

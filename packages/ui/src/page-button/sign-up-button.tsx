'use client'
import { type EntranceProps, SignUpButton as Bare } from '@latchkey/react'
import type { ReactNode } from 'react'
import type { Look } from '../appearance/types.ts'
import { useWords } from '../words/words.ts'
import { PageButton } from './page-button.tsx'

/** What the button takes. */
export interface SignUpButtonProps extends EntranceProps {
  readonly appearance?: Look | undefined
  /** An element to be clicked in place of the button, or the text on it. */
  readonly children?: ReactNode
}

/** Leads to the sign-up page, or opens it over this one. It is as high as the user's button, which takes its place. */
export function SignUpButton({ children, appearance, ...props }: SignUpButtonProps): ReactNode {
  const words = useWords()
  return (
    <Bare {...props}>
      <PageButton of="signUpButton" label={words.pageButton.signUp} appearance={appearance}>
        {children}
      </PageButton>
    </Bare>
  )
}

'use client'
import {
  type EntranceProps,
  SignInButton as BareSignInButton,
  SignOutButton as BareSignOutButton,
  type SignOutButtonProps as BareProps,
  SignUpButton as BareSignUpButton,
} from '@latchkey/react'
import type { ReactNode } from 'react'
import { Look, useLook } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Look as LookOf } from '../appearance/types.ts'
import { useWords } from '../words/words.ts'

/** What the button takes. */
export interface SignInButtonProps extends EntranceProps {
  readonly appearance?: LookOf | undefined
  /** An element to be clicked in place of the button, or the text on it. */
  readonly children?: ReactNode
}

/** Leads to the sign-in page, or opens it over this one. It is as high as the user's button, which takes its place. */
export function SignInButton({ children, appearance, ...props }: SignInButtonProps): ReactNode {
  const words = useWords()
  return (
    <BareSignInButton {...props}>
      <PageButton of="signInButton" label={words.pageButton.signIn} appearance={appearance}>
        {children}
      </PageButton>
    </BareSignInButton>
  )
}

/** What the button takes. */
export interface SignUpButtonProps extends EntranceProps {
  readonly appearance?: LookOf | undefined
  /** An element to be clicked in place of the button, or the text on it. */
  readonly children?: ReactNode
}

/** Leads to the sign-up page, or opens it over this one. It is as high as the user's button, which takes its place. */
export function SignUpButton({ children, appearance, ...props }: SignUpButtonProps): ReactNode {
  const words = useWords()
  return (
    <BareSignUpButton {...props}>
      <PageButton of="signUpButton" label={words.pageButton.signUp} appearance={appearance}>
        {children}
      </PageButton>
    </BareSignUpButton>
  )
}

/** What the button takes. */
export interface SignOutButtonProps extends Omit<BareProps, 'children'> {
  readonly appearance?: LookOf | undefined
  /** An element to be clicked in place of the button, or the text on it. */
  readonly children?: ReactNode
}

/** Signs out and goes on: where it says, or where the app says. An element given as its child is clicked in its place. */
export function SignOutButton({ children, appearance, ...props }: SignOutButtonProps): ReactNode {
  const words = useWords()
  return (
    <BareSignOutButton {...props}>
      <PageButton of="signOutButton" label={words.action.signOut} appearance={appearance}>
        {children}
      </PageButton>
    </BareSignOutButton>
  )
}

/** What stands on a page of the app to be clicked. */
export interface PageButtonProps {
  readonly of: 'signInButton' | 'signUpButton' | 'signOutButton'
  /** What stands on it when nothing else is given. */
  readonly label: string
  readonly appearance: LookOf | undefined
  readonly children: ReactNode
}

/** A button in the look of the components; an element that is given in its place is left as it is. */
function PageButton({ of, label, appearance, children }: PageButtonProps): ReactNode {
  if (children !== undefined && children !== null && typeof children !== 'string') return children
  return (
    <Look of={of} appearance={appearance}>
      <Root as="span" data-inline="">
        <Face of={of}>{children ?? label}</Face>
      </Root>
    </Look>
  )
}

function Face({ of, children }: { readonly of: string; readonly children: ReactNode }): ReactNode {
  const { el } = useLook()
  const box = el(of)
  return (
    <button {...box} className={`lk-pageButton ${box.className}`} type="button">
      <span>{children}</span>
    </button>
  )
}

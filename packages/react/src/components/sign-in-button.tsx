'use client'
import type { ReactNode } from 'react'
import { type EntranceProps, useEntrance } from '../navigation/use-entrance.ts'
import { ClickTarget } from './click-target.tsx'

/** Leads to the sign-in page, or opens it over this one. Its child is what is clicked; without one it is a plain button. */
export function SignInButton({ children, ...props }: EntranceProps & { readonly children?: ReactNode }): ReactNode {
  const enter = useEntrance('sign-in')
  return (
    <ClickTarget label="Sign in" onClick={() => enter(props)}>
      {children}
    </ClickTarget>
  )
}

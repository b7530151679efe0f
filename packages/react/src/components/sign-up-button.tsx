'use client'
import type { ReactNode } from 'react'
import { type EntranceProps, useEntrance } from '../navigation/use-entrance.ts'
import { ClickTarget } from './click-target.tsx'

/** Leads to the sign-up page, or opens it over this one. Its child is what is clicked; without one it is a plain button. */
export function SignUpButton({ children, ...props }: EntranceProps & { readonly children?: ReactNode }): ReactNode {
  const enter = useEntrance('sign-up')
  return (
    <ClickTarget label="Sign up" onClick={() => enter(props)}>
      {children}
    </ClickTarget>
  )
}

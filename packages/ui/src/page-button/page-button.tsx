import type { ReactNode } from 'react'
import { Look, useLook } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Look as LookOf } from '../appearance/types.ts'

/** What stands on a page of the app to be clicked. */
export interface PageButtonProps {
  readonly of: 'signInButton' | 'signUpButton' | 'signOutButton'
  /** What stands on it when nothing else is given. */
  readonly label: string
  readonly appearance: LookOf | undefined
  readonly children: ReactNode
}

/** A button in the look of the components; an element that is given in its place is left as it is. */
export function PageButton({ of, label, appearance, children }: PageButtonProps): ReactNode {
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

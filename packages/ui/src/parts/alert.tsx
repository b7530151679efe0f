'use client'
import type { ReactNode } from 'react'
import { useLook } from '../appearance/look.tsx'
import { Warning } from './icons.tsx'

/** Something went wrong that no single field is about. @param action what to do about it */
export function Alert({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  const { el } = useLook()
  return (
    <div {...el('alert')} role="alert">
      <Warning />
      <p {...el('alertText')}>{children}</p>
      {action}
    </div>
  )
}

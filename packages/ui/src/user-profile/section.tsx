'use client'
import { type ReactNode, useId } from 'react'
import { useLook } from '../appearance/look.tsx'

/** A part of the account: its title, and what is in it. @param id tells it from the others, in class names */
export function Section({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  const { el } = useLook()
  const heading = useId()
  return (
    <section {...el('profileSection', id)} aria-labelledby={heading}>
      <h2 {...el('profileSectionTitle', id)} id={heading} tabIndex={-1}>
        {title}
      </h2>
      <div {...el('profileSectionContent', id)}>{children}</div>
    </section>
  )
}

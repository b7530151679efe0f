'use client'
import { createContext, type ReactNode, useContext, useId } from 'react'
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

/** Tells whoever cannot see it what has changed. */
export const SayContext = createContext<(what: string) => void>(() => {})

/** Says it where a screen reader hears it, and nobody else is disturbed. */
export const useSay = (): ((what: string) => void) => useContext(SayContext)

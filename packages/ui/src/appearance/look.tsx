'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useAppearance } from './appearance-provider.tsx'
import { type NameElement, namer, type Resolved, resolveLook } from './resolve.ts'
import type { Look, LookOptions, Styled } from './types.ts'

interface Drawn {
  readonly el: NameElement
  readonly options: LookOptions
  readonly resolved: Resolved
}

const plain: Drawn = { el: namer({ elements: {} }), options: {}, resolved: { properties: {}, elements: {}, options: {} } }

const LookContext = createContext<Drawn>(plain)

/** The root of a component: what is below is drawn in its look. */
export function Look({
  of,
  appearance,
  children,
}: {
  readonly of: Styled
  readonly appearance: Look | undefined
  readonly children: ReactNode
}) {
  const provided = useAppearance()
  const drawn = useMemo(() => {
    const resolved = resolveLook(provided, of, appearance)
    return { el: namer(resolved), options: resolved.options, resolved }
  }, [provided, of, appearance])
  return <LookContext value={drawn}>{children}</LookContext>
}

/** How to draw: names for elements, and what was chosen. */
export const useLook = (): Drawn => useContext(LookContext)

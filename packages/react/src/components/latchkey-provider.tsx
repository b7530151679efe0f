'use client'
import type { Latchkey } from '@latchkey/js'
import { type ReactNode, useEffect, useMemo } from 'react'
import { LatchkeyContext, type Urls } from '../context.ts'
import { DEFAULT_URLS } from '../default-urls.ts'

/** What the provider takes. */
export interface LatchkeyProviderProps {
  readonly latchkey: Latchkey
  /** Where things are in the app; what is left out has a usual place. */
  readonly urls?: Partial<Urls>
  readonly children?: ReactNode
}

/** Hands the store of the page down to hooks and components, and keeps it in touch with the page. */
export function LatchkeyProvider({ latchkey, urls, children }: LatchkeyProviderProps): ReactNode {
  useEffect(() => latchkey.watch(), [latchkey])
  // Callers write `urls={{ … }}`, a new object each time; what is in it counts.
  const given = JSON.stringify(urls ?? {})
  const value = useMemo(() => ({ latchkey, urls: { ...DEFAULT_URLS, ...(JSON.parse(given) as Partial<Urls>) } }), [latchkey, given])
  return <LatchkeyContext value={value}>{children}</LatchkeyContext>
}

'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Appearance } from './types.ts'

const AppearanceContext = createContext<Appearance>({})

/** Gives all components below one look. */
export function AppearanceProvider({ appearance, children }: { readonly appearance?: Appearance | undefined; readonly children?: ReactNode }) {
  return <AppearanceContext value={appearance ?? {}}>{children}</AppearanceContext>
}

/** What the provider above says. */
export const useAppearance = (): Appearance => useContext(AppearanceContext)

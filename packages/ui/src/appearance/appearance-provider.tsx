'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Appearance } from './types.ts'

const AppearanceContext = createContext<Appearance>({})
const NonceContext = createContext<string | undefined>(undefined)

/** What all components below share. */
export interface AppearanceProviderProps {
  readonly appearance?: Appearance | undefined
  /** For a content security policy with nonces, which takes no style attributes: colours and measures then stand in a style sheet. */
  readonly nonce?: string | undefined
  readonly children?: ReactNode
}

/** Gives all components below one look. */
export function AppearanceProvider({ appearance, nonce, children }: AppearanceProviderProps) {
  return (
    <NonceContext value={nonce}>
      <AppearanceContext value={appearance ?? {}}>{children}</AppearanceContext>
    </NonceContext>
  )
}

/** What the provider above says. */
export const useAppearance = (): Appearance => useContext(AppearanceContext)

/** The nonce of the page's content security policy, where it has one. */
export const useNonce = (): string | undefined => useContext(NonceContext)

'use client'
import { createContext, useContext } from 'react'

/** Tells whoever cannot see it what has changed. */
export const SayContext = createContext<(what: string) => void>(() => {})

/** Says it where a screen reader hears it, and nobody else is disturbed. */
export const useSay = (): ((what: string) => void) => useContext(SayContext)

'use client'
import { useContext } from 'react'
import { LatchkeyContext, type LatchkeyContextValue } from '../context.ts'

/** What the provider hands down. @throws Error outside of a provider */
export function useLatchkeyContext(): LatchkeyContextValue {
  const value = useContext(LatchkeyContext)
  if (value === null) throw new Error('There is no <LatchkeyProvider> around this component: put one around the app, in its layout.')
  return value
}

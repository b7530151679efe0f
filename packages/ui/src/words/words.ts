'use client'
import { createContext, useContext } from 'react'
import { en, errors } from './en.ts'

/** The shape of some words, whatever they say. */
export type Loose<T> = T extends (...args: infer Args) => string
  ? (...args: Args) => string
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Loose<T[Key]> }

/** What a language has to say: the same keys as English, and sentences for the server's codes. */
export interface Words extends Loose<typeof en> {
  readonly errors: Readonly<Record<string, string>>
}

/** English. */
export const english: Words = { ...en, errors }

/** The language of the components below; English where nobody chose. */
export const WordsContext = createContext<Words>(english)

/** The words to say. */
export const useWords = (): Words => useContext(WordsContext)

'use client'
import type { CardWords } from '@latchkey/words'
import { cards } from '@latchkey/words/en/cards'
import { createContext, useContext } from 'react'

/** The language of the components below, but for the account; English where nobody chose. */
export const WordsContext = createContext<CardWords>(cards)

/** The words to say. */
export const useWords = (): CardWords => useContext(WordsContext)

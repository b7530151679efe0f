'use client'
import type { AccountWords } from '@latchkey/words'
import { account } from '@latchkey/words/en/account'
import { createContext, useContext } from 'react'

/** The language of an account below; English where nobody chose. Apart, since a sign-in page has no use for it. */
export const AccountWordsContext = createContext<AccountWords>(account)

/** The words of the account. */
export const useAccountWords = (): AccountWords => useContext(AccountWordsContext)

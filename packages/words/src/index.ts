import type { account } from './en/account.ts'
import type { cards } from './en/cards.ts'
import { en } from './en/index.ts'
import type { ErrorWords, Loose } from './shape.ts'

export type { Piece, Rich } from './shape.ts'

/** What a language has to say on the cards of signing in and up, on buttons and in the user's menu. */
export type CardWords = Loose<typeof cards>

/** What a language has to say about the account. */
export type AccountWords = Loose<typeof account>

/** Everything a language has to say: what English says, in its own words. One that lacks a word does not compile. */
export type Language = Loose<Omit<typeof en, 'errors'>> & { readonly errors: ErrorWords }

/** All there are. Another one is a folder beside `en/` and a line here. */
export const LANGUAGES = { en } satisfies Readonly<Record<string, Language>>

import type { Channel, ErrorCode } from '@latchkey/protocol'
import type { account } from './en/account.ts'
import type { cards } from './en/cards.ts'
import type { en } from './en/index.ts'

/** The shape of some words, whatever they say. */
export type Loose<T> = T extends (...args: infer Args) => infer Said
  ? (...args: Args) => Said extends string ? string : Said
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Loose<T[Key]> }

/** Something that stands within a sentence and is more than a text, such as a link: whoever draws the sentence made it. */
export interface Piece {
  readonly text: string
}

/** A sentence with pieces in it, in the order of the language. */
export type Rich = readonly (string | Piece)[]

/** The two sentences of a refusal: what happened, for a title, and what happened with what to do. */
export type ErrorWords = { readonly [Code in ErrorCode]: { readonly message: string; readonly longMessage: string } }

/** Words for each channel. */
export type Channels = { readonly [By in Channel]: object }

/** What a language has to say on the cards of signing in and up, on buttons and in the user's menu. */
export type CardWords = Loose<typeof cards>

/** What a language has to say about the account. */
export type AccountWords = Loose<typeof account>

/** Everything a language has to say: what English says, in its own words. One that lacks a word does not compile. */
export type Language = Loose<Omit<typeof en, 'errors'>> & { readonly errors: ErrorWords }

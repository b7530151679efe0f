import type { Channel, ErrorCode } from '@latchkey/protocol'

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

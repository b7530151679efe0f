import type { Language } from '@latchkey/words'
import { markup, type Markup } from './markup.ts'

/** A code to copy or to read out: one piece for the eye and the clipboard, single digits for a screen reader. */
export function bigCode(code: string): Markup {
  return markup`<p class="code"><span aria-hidden="true">${code}</span><span class="sr">${[...code].join(' ')}</span></p>`
}

/** A time that nobody reads two ways, with its zone: the server does not know the reader's. @param at epoch milliseconds */
export function momentOf(at: number, { requester }: Language): Markup {
  return markup`<time datetime="${new Date(at).toISOString()}">${requester.moment(at)}</time>`
}

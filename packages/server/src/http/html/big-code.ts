import { markup, type Markup } from './markup.ts'

/** A code to copy or to read out: one piece for the eye and the clipboard, single digits for a screen reader. */
export function bigCode(code: string): Markup {
  return markup`<p class="code"><span aria-hidden="true">${code}</span><span class="sr">${[...code].join(' ')}</span></p>`
}

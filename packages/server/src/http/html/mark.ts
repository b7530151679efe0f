import { Markup, markup } from './markup.ts'

/** The lines of a key, in a box of 24 by 24. */
export const KEY_LINES = '<circle cx="8" cy="8" r="4.5"/><path d="m11.5 11.5 8.5 8.5m-3-3 2.5-2.5m-5.5-.5 2.5-2.5"/>'

const stroke = new Markup('fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"')

/** Latchkey's own sign, for pages of the server rather than of somebody's application. */
export const LATCHKEY_MARK = markup`<span class="mark" aria-hidden="true">
<svg viewBox="0 0 24 24" ${stroke}>${new Markup(KEY_LINES)}</svg></span>`

import { markup, type Markup } from './markup.ts'

/** What a form carries along unseen, as the caller gives it. */
export type HiddenFields = { readonly [name: string]: string }

/** The hidden inputs of a form. */
export function hiddenFields(fields: HiddenFields): readonly Markup[] {
  return Object.entries(fields).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)
}

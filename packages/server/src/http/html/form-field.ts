import { type Markup, markup } from './markup.ts'

/** What went wrong with a form: the field that is at fault in its wire name, or `null` for the whole, and words for a person. */
export interface FormError {
  readonly param: string | null
  readonly text: string
}

/** One labelled input. */
export interface FormField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  /** Where the page begins to be filled in. */
  readonly focus: boolean
  readonly attributes: Markup
}

/** A label, its input and, where the error is about it, what is wrong with it; tied together for whoever does not see them. */
export function formField({ name, label, hint, value = '', focus, attributes }: FormField, error: FormError | null): Markup {
  const wrong = error?.param === name ? error.text : null
  const state = wrong === null ? null : markup` aria-invalid="true" aria-describedby="${name}-error"`
  return markup`<div class="field">
<label for="${name}">${label}${hint !== undefined && markup` <span class="soft">${hint}</span>`}</label>
<input id="${name}" name="${name}" value="${value}" ${attributes}${focus && markup` autofocus`}${state}>
${wrong !== null && markup`<p class="wrong" id="${name}-error" role="alert">${wrong}</p>`}
</div>`
}

/** Where a form wants the next word: at the field in error, else at its first. */
export function focusedField(error: FormError | null, fields: readonly string[]): string | undefined {
  return fields.find((name) => name === error?.param) ?? fields[0]
}

/** The error of a form that is about none of its fields, above them. */
export function formAlert(error: FormError | null, fields: readonly string[]): Markup | null {
  if (error === null || (error.param !== null && fields.includes(error.param))) return null
  return markup`<p class="alert" role="alert">${error.text}</p>`
}

/** What a form carries along unseen, as the caller gives it. */
export type HiddenFields = { readonly [name: string]: string }

/** The hidden inputs of a form. */
export function hiddenFields(fields: HiddenFields): readonly Markup[] {
  return Object.entries(fields).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)
}

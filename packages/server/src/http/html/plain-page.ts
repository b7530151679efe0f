import type { Language } from '@latchkey/words'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { type Markup, markup, type Part, webUrl } from './markup.ts'

/** What went wrong with a form: the field that is at fault in its wire name, or `null` for the whole, and words for a person. */
export interface FormError {
  readonly param: string | null
  readonly text: string
}

/** What a form carries along unseen, as the caller gives it. */
export type HiddenFields = { readonly [name: string]: string }

/** One labelled input. */
export interface FormField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly attributes: Markup
}

/** A form that posts. */
export interface PlainForm {
  /** Where to. */
  readonly action: string
  readonly hidden?: HiddenFields | undefined
  /** Fields that stand beside each other, above the others. */
  readonly pair?: readonly FormField[]
  readonly fields?: readonly FormField[]
  /** The field where the page begins to be filled in, unless another is at fault. */
  readonly focus?: string | undefined
  readonly error?: FormError | null | undefined
  readonly button: string
  /** The button is one of two, or a word in a line. */
  readonly kind?: 'second' | 'plain'
}

/** Whose page it is. */
export interface Whose {
  readonly applicationName: string
  readonly identity?: Identity | null
}

/** What a hosted page without scripts is made of, from top to bottom. */
export interface PlainPage extends Whose {
  readonly tab: string
  readonly title: string
  readonly text?: Part
  /** What has just been done. */
  readonly status?: string | false
  readonly form?: PlainForm | null
  readonly rest?: Part
}

/** The one small page for all that is done without scripts: what it is about, one form, and what else there is to do. */
export function plainPage({ tab, title, text = null, status = false, form = null, rest = null, ...whose }: PlainPage, language: Language) {
  return cardPage({
    language,
    identity: whose.identity ?? null,
    title: tab,
    applicationName: whose.applicationName,
    body: markup`<h1>${title}</h1>
${text !== null && markup`<p class="soft">${text}</p>`}
${status !== false && markup`<p class="status" role="status">${status}</p>`}
${form && postForm(form)}
${rest}`,
  })
}

/** A form, and above it what is wrong with it where that is about none of its fields. */
export function postForm({ action, hidden = {}, pair = [], fields = [], focus, error = null, button, kind }: PlainForm): Markup {
  const all = [...pair, ...fields]
  const wrong = all.find(({ name }) => name === error?.param)?.name
  const input = (field: FormField) => formField(field, field.name === (wrong ?? focus), field.name === wrong ? error : null)
  const look = kind === 'plain' ? 'plain' : `button${kind === undefined ? '' : ' second'}`
  const pressed = markup`<button class="${look}" type="submit">${button}</button>`
  return markup`${error !== null && wrong === undefined && markup`<p class="alert" role="alert">${error.text}</p>`}
<form${all.length > 0 && markup` class="stack"`} method="post" action="${webUrl(action)}">
${Object.entries(hidden).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}
${pair.length > 0 && markup`<div class="${pair.length > 1 ? 'pair' : 'single'}">${pair.map(input)}</div>`}
${fields.map(input)}
${all.length > 0 ? markup`<p>${pressed}</p>` : pressed}
</form>`
}

/** A label, its input and what is wrong with it; tied together for whoever does not see them. */
function formField({ name, label, hint, value = '', attributes }: FormField, focus: boolean, error: FormError | null): Markup {
  const state = error === null ? null : markup` aria-invalid="true" aria-describedby="${name}-error"`
  return markup`<div class="field">
<label for="${name}">${label}${hint !== undefined && markup` <span class="soft">${hint}</span>`}</label>
<input id="${name}" name="${name}" value="${value}" ${attributes}${focus && markup` autofocus`}${state}>
${error !== null && markup`<p class="wrong" id="${name}-error" role="alert">${error.text}</p>`}
</div>`
}

/** A way on, as wide as a button. */
export function buttonLink(url: string, label: string): Markup {
  return markup`<p><a class="button" href="${webUrl(url)}">${label}</a></p>`
}

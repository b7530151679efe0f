import type { Language } from '@latchkey/words'
import { focusedField, formAlert, type FormError, type FormField, formField, type HiddenFields, hiddenFields } from './form-field.ts'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup, webUrl } from './markup.ts'

/** Whether a name is asked for. */
export type Asked = 'off' | 'optional' | 'required'

/** The first step of signing in or up on a page of the server. */
export interface HostedStart {
  readonly applicationName: string
  readonly identity?: Identity | null
  readonly mode: 'sign_in' | 'sign_up'
  /** Where the form is posted. */
  readonly action: string
  /** The page of the other mode, `null` where there is none to offer. */
  readonly otherUrl: string | null
  /** What was typed before, in wire names. */
  readonly values?: { readonly email_address?: string; readonly first_name?: string; readonly last_name?: string }
  /** Names asked for when signing up. */
  readonly names?: { readonly first: Asked; readonly last: Asked }
  readonly error?: FormError | null
  readonly hidden?: HiddenFields
}

const EMAIL = markup`type="email" autocomplete="username email" inputmode="email" autocapitalize="none" spellcheck="false"
maxlength="254" required`

/** The page that asks for the email address. Its inputs have the names of the wire: `email_address`, `first_name`, `last_name`. */
export function hostedStartPage(page: HostedStart, language: Language): string {
  const { applicationName, mode, otherUrl, values = {}, error = null } = page
  const { cards, pages } = language
  const [said, { tab }] = mode === 'sign_in' ? [cards.signIn, pages.signIn] : [cards.signUp, pages.signUp]
  const names = mode === 'sign_up' ? namesAsked(page.names ?? { first: 'optional', last: 'optional' }, language) : []
  const fields = [...names.map(({ name }) => name), 'email_address' as const]
  const focused = focusedField(error, [
    ...fields.filter((field) => field === 'email_address' || page.names?.[field === 'first_name' ? 'first' : 'last'] === 'required'),
    ...fields,
  ])
  const input = (field: Pick<FormField, 'label' | 'hint' | 'attributes'> & { name: keyof typeof values }) =>
    formField({ ...field, value: values[field.name] ?? '', focus: field.name === focused }, error)
  return cardPage({
    language,
    identity: page.identity ?? null,
    title: tab,
    applicationName,
    body: markup`<h1>${said.title(applicationName)}</h1>
<p class="soft">${cards.start.code}</p>
${formAlert(error, fields)}
<form class="stack" method="post" action="${webUrl(page.action)}">
${hiddenFields(page.hidden ?? {})}
${names.length > 0 && markup`<div class="${names.length > 1 ? 'pair' : 'single'}">${names.map(input)}</div>`}
${input({ name: 'email_address', label: cards.field.emailAddress, attributes: EMAIL })}
<p><button class="button" type="submit">${cards.action.continue}</button></p>
</form>
${
  otherUrl !== null &&
  markup`<p class="row close"><span class="soft">${said.footer}</span>
<a href="${webUrl(otherUrl)}">${said.footerLink}</a></p>`
}`,
  })
}

/** The inputs of the names that are asked for. */
export function namesAsked({ first, last }: NonNullable<HostedStart['names']>, { cards, pages }: Language) {
  const { firstName, lastName } = cards.field
  const all = [
    { name: 'first_name', label: firstName, asked: first, attributes: markup`autocomplete="given-name" maxlength="256"` },
    { name: 'last_name', label: lastName, asked: last, attributes: markup`autocomplete="family-name" maxlength="256"` },
  ] as const
  return all
    .filter(({ asked }) => asked !== 'off')
    .map(({ name, label, asked, attributes }) =>
      asked === 'required'
        ? { name, label, attributes: markup`${attributes} required` }
        : { name, label, hint: pages.optional, attributes },
    )
}

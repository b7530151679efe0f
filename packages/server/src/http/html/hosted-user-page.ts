import type { Language } from '@latchkey/words'
import { formAlert, type FormError, formField, type HiddenFields, hiddenFields } from './form-field.ts'
import { type HostedStart, namesAsked } from './hosted-start-page.ts'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { type Markup, markup, webUrl } from './markup.ts'

/** An address of an account. */
export interface HostedAddress {
  readonly address: string
  /** Mail of the application goes here. */
  readonly primary: boolean
  readonly proven: boolean
}

/** The account of whoever is signed in, on a page of the server. */
export interface HostedUser {
  readonly applicationName: string
  readonly identity?: Identity | null
  /** Name or address of who is signed in. */
  readonly name: string
  readonly values: { readonly first_name: string; readonly last_name: string }
  readonly names: NonNullable<HostedStart['names']>
  readonly addresses: readonly HostedAddress[]
  /** Where the names are posted. */
  readonly action: string
  /** `null` when there is no page to go on to. */
  readonly continueUrl: string | null
  /** Where signing out is posted. */
  readonly signOutAction: string
  /** The names were just saved. */
  readonly saved?: boolean
  readonly error?: FormError | null
  readonly hidden?: HiddenFields
}

/** The page of the account: who is signed in, their names, their addresses, and the way out. */
export function hostedUserPage(page: HostedUser, language: Language): string {
  const { applicationName, name, addresses, continueUrl, error = null, saved = false } = page
  const { cards, pages } = language
  const words = pages.account
  const hidden = hiddenFields(page.hidden ?? {})
  return cardPage({
    language,
    identity: page.identity ?? null,
    title: words.title,
    applicationName,
    body: markup`<h1>${words.title}</h1>
<p class="soft">${words.signedInAs(markup`<strong>${name}</strong>`)}</p>
${saved && markup`<p class="status" role="status">${words.saved}</p>`}
${namesForm(page, error, hidden, language)}
<section class="apart stack">
<h2>${words.addresses(addresses.length)}</h2>
${addresses.map((one) => addressLine(one, words))}
</section>
<section class="apart stack">
${continueUrl !== null && markup`<p><a class="button" href="${webUrl(continueUrl)}">${pages.continueTo(applicationName)}</a></p>`}
<form method="post" action="${webUrl(page.signOutAction)}">${hidden}
<button class="button second" type="submit">${cards.action.signOut}</button></form>
</section>`,
  })
}

function namesForm(
  { names, values, action }: HostedUser,
  error: FormError | null,
  hidden: readonly Markup[],
  language: Language,
): Markup | null {
  const asked = namesAsked(names, language)
  if (asked.length === 0) return null
  const fields = asked.map(({ name }) => name)
  return markup`${formAlert(error, fields)}
<form class="stack" method="post" action="${webUrl(action)}">
${hidden}
<div class="${asked.length > 1 ? 'pair' : 'single'}">
${asked.map((field) => formField({ ...field, value: values[field.name], focus: field.name === error?.param }, error))}
</div>
<p><button class="button" type="submit">${language.pages.account.save}</button></p>
</form>`
}

function addressLine({ address, primary, proven }: HostedAddress, words: Language['pages']['account']): Markup {
  const badge = proven ? (primary ? words.primary : null) : words.unproven
  return markup`<p class="row close">${address}${badge !== null && markup` <span class="badge">${badge}</span>`}</p>`
}

import { formAlert, type FormError, formField, type HiddenFields, hiddenFields } from './form-field.ts'
import { type HostedStart, namesAsked } from './hosted-start-page.ts'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { type Markup, markup, webUrl } from './markup.ts'
import type { PageScript } from './page-script.ts'

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
  /** Something good to tell, such as that the names were saved. */
  readonly notice?: string | null
  readonly error?: FormError | null
  readonly hidden?: HiddenFields
  readonly script?: PageScript | null
}

/** The page of the account: who is signed in, their names, their addresses, and the way out. */
export function hostedUserPage(page: HostedUser): string {
  const { applicationName, name, addresses, continueUrl, error = null, notice = null } = page
  const hidden = hiddenFields(page.hidden ?? {})
  return cardPage({
    identity: page.identity ?? null,
    title: 'Your account',
    applicationName,
    script: page.script ?? null,
    body: markup`<h1>Your account</h1>
<p class="soft">You’re signed in as <strong>${name}</strong>.</p>
${notice !== null && markup`<p class="status" role="status">${notice}</p>`}
${namesForm(page, error, hidden)}
<section class="apart stack">
<h2>${addresses.length === 1 ? 'Email address' : 'Email addresses'}</h2>
${addresses.map(addressLine)}
</section>
<section class="apart stack">
${continueUrl !== null && markup`<p><a class="button" href="${webUrl(continueUrl)}">Continue to ${applicationName}</a></p>`}
<form method="post" action="${webUrl(page.signOutAction)}">${hidden}
<button class="button second" type="submit">Sign out</button></form>
</section>`,
  })
}

function namesForm({ names, values, action }: HostedUser, error: FormError | null, hidden: readonly Markup[]): Markup | null {
  const asked = namesAsked(names)
  if (asked.length === 0) return null
  const fields = asked.map(({ name }) => name)
  return markup`${formAlert(error, fields)}
<form class="stack" method="post" action="${webUrl(action)}">
${hidden}
<div class="${asked.length > 1 ? 'pair' : 'single'}">
${asked.map((field) => formField({ ...field, value: values[field.name], focus: field.name === error?.param }, error))}
</div>
<p><button class="button" type="submit">Save</button></p>
</form>`
}

function addressLine({ address, primary, proven }: HostedAddress): Markup {
  const badge = proven ? (primary ? 'primary' : null) : 'not confirmed'
  return markup`<p class="row close">${address}${badge !== null && markup` <span class="badge">${badge}</span>`}</p>`
}

import { type HiddenFields, hiddenFields } from './form-field.ts'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup, webUrl } from './markup.ts'
import type { PageScript } from './page-script.ts'

/** What the hosted pages show to somebody who is signed in already. */
export interface HostedSignedIn {
  readonly applicationName: string
  readonly identity?: Identity | null
  /** Name or address of who is signed in. */
  readonly name: string
  /** `null` when there is no page to go on to. */
  readonly continueUrl: string | null
  /** The page of their account. */
  readonly accountUrl: string
  /** Where signing out is posted. */
  readonly signOutAction: string
  readonly hidden?: HiddenFields
  readonly script?: PageScript | null
}

/** The page for who has nothing left to do here. */
export function hostedSignedInPage(page: HostedSignedIn): string {
  const { applicationName, name, continueUrl, accountUrl, signOutAction, hidden = {} } = page
  return cardPage({
    identity: page.identity ?? null,
    title: 'Signed in',
    applicationName,
    script: page.script ?? null,
    body: markup`<h1>You’re signed in</h1>
<p class="soft">as <strong>${name}</strong></p>
${continueUrl !== null && markup`<p><a class="button" href="${webUrl(continueUrl)}">Continue to ${applicationName}</a></p>`}
<form method="post" action="${webUrl(signOutAction)}">${hiddenFields(hidden)}
<button class="button second" type="submit">Sign out</button></form>
<p class="row close"><a href="${webUrl(accountUrl)}">Your account</a></p>`,
  })
}

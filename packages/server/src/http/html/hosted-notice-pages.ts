import type { Language } from '@latchkey/words'
import { type HiddenFields, hiddenFields } from './form-field.ts'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup, webUrl } from './markup.ts'

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
}

/** The page for who has nothing left to do here. */
export function hostedSignedInPage(page: HostedSignedIn, language: Language): string {
  const { applicationName, name, continueUrl, accountUrl, signOutAction, hidden = {} } = page
  const { cards, pages } = language
  return cardPage({
    language,
    identity: page.identity ?? null,
    title: pages.signedIn.tab,
    applicationName,
    body: markup`<h1>${cards.signedIn.title}</h1>
<p class="soft">${pages.signedIn.as(markup`<strong>${name}</strong>`)}</p>
${continueUrl !== null && markup`<p><a class="button" href="${webUrl(continueUrl)}">${pages.continueTo(applicationName)}</a></p>`}
<form method="post" action="${webUrl(signOutAction)}">${hiddenFields(hidden)}
<button class="button second" type="submit">${cards.action.signOut}</button></form>
<p class="row close"><a href="${webUrl(accountUrl)}">${pages.signedIn.account}</a></p>`,
  })
}

/** Told to who has proven a first factor where the second cannot be given. */
export interface HostedSecondStep {
  readonly applicationName: string
  readonly identity?: Identity | null
  readonly signInUrl: string
  /** They came by a link, which is still good. */
  readonly byLink: boolean
}

/** The page for who cannot finish a sign-in on the plain pages. */
export function hostedSecondStepPage(
  { applicationName, identity = null, signInUrl, byLink }: HostedSecondStep,
  language: Language,
): string {
  const { title, text, remedy, linkKept, open } = language.pages.secondStep
  return cardPage({
    language,
    identity,
    title,
    applicationName,
    body: markup`<h1>${title}</h1>
<p>${text}</p>
<p>${remedy}${byLink && markup` ${linkKept}`}</p>
<p><a class="button" href="${webUrl(signInUrl)}">${open}</a></p>`,
  })
}

/** A sign-in token that waits for somebody to press a button. */
export interface HostedTicket {
  readonly applicationName: string
  readonly identity?: Identity | null
  /** Where the button posts to. */
  readonly action: string
  readonly hidden: HiddenFields
  /** It was pressed, and the cookie of this page did not come along. */
  readonly again: boolean
}

/** The page a sign-in token lands on. */
export function hostedTicketPage({ applicationName, identity = null, action, hidden, again }: HostedTicket, language: Language): string {
  const { cards, pages } = language
  return cardPage({
    language,
    identity,
    title: pages.signIn.tab,
    applicationName,
    body: markup`<h1>${cards.signIn.title(applicationName)}</h1>
${again && markup`<p class="status" role="status">${pages.ticket.notYet}</p>`}
<p>${cards.ticket}</p>
<form method="post" action="${webUrl(action)}">
${hiddenFields(hidden)}
<button class="button" type="submit">${pages.ticket.button}</button></form>`,
  })
}

import type { Language } from '@latchkey/words'
import { buttonLink, type FormError, type FormField, type HiddenFields, plainPage, postForm, type Whose } from './plain-page.ts'
import { type Markup, markup, webUrl } from './markup.ts'

/** Whether a name is asked for. */
export type Asked = 'off' | 'optional' | 'required'

/** Names as a form asks for them. */
export interface AskedNames {
  readonly username: Asked
  readonly first: Asked
  readonly last: Asked
}

/** A page with a form. */
interface Posting extends Whose {
  /** Where the form is posted. */
  readonly action: string
  readonly error?: FormError | null
  readonly hidden?: HiddenFields
}

/** The first step of signing in or up. */
export interface HostedStart extends Posting {
  readonly mode: 'sign_in' | 'sign_up'
  /** The page of the other mode, `null` where there is none to offer. */
  readonly otherUrl: string | null
  /** What one may sign in with, in wire names; the email address alone unless it says otherwise. */
  readonly identifiers?: readonly string[]
  /** What was typed before, in wire names. */
  readonly values?: {
    readonly email_address?: string
    readonly username?: string
    readonly first_name?: string
    readonly last_name?: string
  }
  /** Names asked for when signing up. */
  readonly names?: AskedNames
}

const EMAIL = markup`type="email" autocomplete="username email" inputmode="email" autocapitalize="none" spellcheck="false"
maxlength="254" required`

/** What is typed may be something else than an address. */
const IDENTIFIER = markup`type="text" autocomplete="username" inputmode="email" autocapitalize="none" spellcheck="false"
maxlength="254" required`

/** Asks for the email address, or whatever one may sign in with. Its inputs have the names of the wire: `email_address`, `username` … */
export function hostedStartPage(page: HostedStart, language: Language): string {
  const { mode, otherUrl, values = {}, names = NAMES, identifiers = [] } = page
  const many = mode === 'sign_in' && identifiers.length > 1
  const { cards, pages } = language
  const [said, { tab }] = mode === 'sign_in' ? [cards.signIn, pages.signIn] : [cards.signUp, pages.signUp]
  const pair = mode === 'sign_up' ? namesAsked(names, values, language) : []
  const username = mode === 'sign_up' ? usernameAsked(names, values, language) : []
  const email = {
    name: 'email_address',
    label: many ? cards.field.identifier(identifiers) : cards.field.emailAddress,
    value: values.email_address ?? '',
    attributes: many ? IDENTIFIER : EMAIL,
  }
  const required = [...pair, ...username].find(({ hint }) => hint === undefined)
  return plainPage(
    {
      ...page,
      tab,
      title: said.title(page.applicationName),
      text: cards.start.code,
      form: { ...page, pair, fields: [...username, email], focus: (required ?? email).name, button: cards.action.continue },
      rest:
        otherUrl !== null &&
        markup`<p class="row close"><span class="soft">${said.footer}</span>
<a href="${webUrl(otherUrl)}">${said.footerLink}</a></p>`,
    },
    language,
  )
}

const NAMES: AskedNames = { first: 'optional', last: 'optional', username: 'off' }

const USERNAME = markup`autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64"`

/** A field that is asked for: the browser insists on it, or it says that it may stay empty. */
function asking(field: FormField, asked: Asked, { pages }: Language): readonly FormField[] {
  if (asked === 'off') return []
  return [asked === 'required' ? { ...field, attributes: markup`${field.attributes} required` } : { ...field, hint: pages.optional }]
}

/** The input of the name that one signs in with. */
function usernameAsked({ username }: AskedNames, values: HostedStart['values'], language: Language): readonly FormField[] {
  const { username: label } = language.cards.field
  return asking({ name: 'username', label, value: values?.username ?? '', attributes: USERNAME }, username, language)
}

/** The inputs of the names that are asked for. */
function namesAsked({ first, last }: AskedNames, values: HostedStart['values'], language: Language): readonly FormField[] {
  const { firstName, lastName } = language.cards.field
  const all = [
    { name: 'first_name', label: firstName, asked: first, attributes: markup`autocomplete="given-name" maxlength="256"` },
    { name: 'last_name', label: lastName, asked: last, attributes: markup`autocomplete="family-name" maxlength="256"` },
  ] as const
  return all.flatMap(({ asked, ...field }) => asking({ ...field, value: values?.[field.name] ?? '' }, asked, language))
}

/** The second step of signing in or up. */
export interface HostedCode extends Posting {
  readonly emailAddress: string
  /** Where the wish for a new code is posted. */
  readonly resendAction: string
  /** The page that asks for the address. */
  readonly changeUrl: string
  /** Seconds until a new code may be sent, 0 for now. */
  readonly resendIn: number
  /** The email carries a link too. */
  readonly withLink: boolean
  /** A new code was just sent. */
  readonly sentAgain?: boolean
}

const CODE = markup`class="digits" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="200" spellcheck="false"
pattern=".*(?<!\\p{Nd})\\p{Nd}([\\s\\p{Pd}\\p{Cf}]?\\p{Nd}){5}(?!\\p{Nd}).*" required`

/** Asks for the code, as `code`. */
export function hostedCodePage(page: HostedCode, language: Language): string {
  const { emailAddress, resendAction, changeUrl, resendIn, withLink, sentAgain = false, hidden } = page
  const { cards, pages } = language
  const words = pages.code
  const code = { name: 'code', label: words.label, attributes: markup`${CODE} title="${words.sixDigits}"` }
  const again =
    resendIn === 0
      ? postForm({ action: resendAction, hidden, button: words.sendAgain, kind: 'plain' })
      : markup`<p class="soft">${words.wait(resendIn)}</p>`
  return plainPage(
    {
      ...page,
      tab: words.tab,
      title: cards.verify.title,
      text: markup`${words.sentTo(markup`<strong>${emailAddress}</strong>`)}
${withLink && words.orLink}`,
      status: sentAgain && words.sentAgain,
      form: { ...page, fields: [code], focus: 'code', button: cards.action.continue },
      rest: markup`<div class="row">
${again}
<a href="${webUrl(changeUrl)}">${words.change}</a>
</div>`,
    },
    language,
  )
}

/** What is shown to somebody who is signed in already. */
export interface HostedSignedIn extends Whose {
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

/** For who has nothing left to do here. */
export function hostedSignedInPage(page: HostedSignedIn, language: Language): string {
  const { name, continueUrl, accountUrl, signOutAction, hidden, applicationName } = page
  const { cards, pages } = language
  return plainPage(
    {
      ...page,
      tab: pages.signedIn.tab,
      title: cards.signedIn.title,
      text: markup`${pages.signedIn.as(markup`<strong>${name}</strong>`)}`,
      rest: markup`${continueUrl !== null && buttonLink(continueUrl, pages.continueTo(applicationName))}
${postForm({ action: signOutAction, hidden, button: cards.action.signOut, kind: 'second' })}
<p class="row close"><a href="${webUrl(accountUrl)}">${pages.signedIn.account}</a></p>`,
    },
    language,
  )
}

/** Told to who has proven a first factor where the second cannot be given. */
export interface HostedSecondStep extends Whose {
  readonly signInUrl: string
  /** They came by a link, which is still good. */
  readonly byLink: boolean
}

/** For who cannot finish a sign-in without scripts. */
export function hostedSecondStepPage({ signInUrl, byLink, ...whose }: HostedSecondStep, language: Language): string {
  const { title, text, remedy, linkKept, open } = language.pages.secondStep
  const rest = markup`<p>${text}</p>
<p>${remedy}${byLink && markup` ${linkKept}`}</p>
${buttonLink(signInUrl, open)}`
  return plainPage({ ...whose, tab: title, title, rest }, language)
}

/** A sign-in token that waits for somebody to press a button. */
export interface HostedTicket extends Whose {
  /** Where the button posts to. */
  readonly action: string
  readonly hidden: HiddenFields
  /** It was pressed, and the cookie of this page did not come along. */
  readonly again: boolean
}

/** The page a sign-in token lands on. */
export function hostedTicketPage({ action, hidden, again, ...whose }: HostedTicket, language: Language): string {
  const { cards, pages } = language
  const rest = markup`<p>${cards.ticket}</p>
${postForm({ action, hidden, button: pages.ticket.button })}`
  const title = cards.signIn.title(whose.applicationName)
  return plainPage({ ...whose, tab: pages.signIn.tab, title, status: again && pages.ticket.notYet, rest }, language)
}

/** An address of an account. */
export interface HostedAddress {
  readonly address: string
  /** Emails of the application go here. */
  readonly primary: boolean
  readonly proven: boolean
}

/** The account of whoever is signed in. */
export interface HostedUser extends Posting {
  /** Name or address of who is signed in. */
  readonly name: string
  readonly values: { readonly first_name: string; readonly last_name: string }
  readonly names: AskedNames
  readonly addresses: readonly HostedAddress[]
  /** `null` when there is no page to go on to. */
  readonly continueUrl: string | null
  /** Where signing out is posted. */
  readonly signOutAction: string
  /** The names were just saved. */
  readonly saved?: boolean
}

/** Who is signed in, their names, their addresses, and the way out. */
export function hostedUserPage(page: HostedUser, language: Language): string {
  const { name, values, names, addresses, continueUrl, signOutAction, saved = false, hidden, applicationName } = page
  const { cards, pages } = language
  const words = pages.account
  const pair = namesAsked(names, values, language)
  return plainPage(
    {
      ...page,
      tab: words.title,
      title: words.title,
      text: markup`${words.signedInAs(markup`<strong>${name}</strong>`)}`,
      status: saved && words.saved,
      form: pair.length === 0 ? null : { ...page, pair, button: words.save },
      rest: markup`<section class="apart stack">
<h2>${words.addresses(addresses.length)}</h2>
${addresses.map((one) => addressLine(one, words))}
</section>
<section class="apart stack">
${continueUrl !== null && buttonLink(continueUrl, pages.continueTo(applicationName))}
${postForm({ action: signOutAction, hidden, button: cards.action.signOut, kind: 'second' })}
</section>`,
    },
    language,
  )
}

function addressLine({ address, primary, proven }: HostedAddress, words: Language['pages']['account']): Markup {
  const badge = proven ? (primary ? words.primary : null) : words.unproven
  return markup`<p class="row close">${address}${badge !== null && markup` <span class="badge">${badge}</span>`}</p>`
}

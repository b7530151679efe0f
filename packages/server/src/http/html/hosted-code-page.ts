import type { Language } from '@latchkey/words'
import { formAlert, type FormError, formField, type HiddenFields, hiddenFields } from './form-field.ts'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { type Markup, markup, webUrl } from './markup.ts'

/** The second step of signing in or up on a page of the server. */
export interface HostedCode {
  readonly applicationName: string
  readonly identity?: Identity | null
  readonly emailAddress: string
  /** Where the code is posted. */
  readonly action: string
  /** Where the wish for a new code is posted. */
  readonly resendAction: string
  /** The page that asks for the address. */
  readonly changeUrl: string
  /** Seconds until a new code may be sent, 0 for now. */
  readonly resendIn: number
  /** The mail carries a link too. */
  readonly withLink: boolean
  /** A new code was just sent. */
  readonly sentAgain?: boolean
  readonly error?: FormError | null
  readonly hidden?: HiddenFields
}

const CODE = markup`class="digits" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="200" spellcheck="false"
pattern=".*(?<!\\p{Nd})\\p{Nd}([\\s\\p{Pd}\\p{Cf}]?\\p{Nd}){5}(?!\\p{Nd}).*" required`

/** The page that asks for the code, as `code`. */
export function hostedCodePage(page: HostedCode, language: Language): string {
  const { applicationName, error = null, sentAgain = false, resendIn } = page
  const { cards, pages } = language
  const words = pages.code
  const hidden = hiddenFields(page.hidden ?? {})
  const attributes = markup`${CODE} title="${words.sixDigits}"`
  return cardPage({
    language,
    identity: page.identity ?? null,
    title: words.tab,
    applicationName,
    body: markup`<h1>${cards.verify.title}</h1>
<p class="soft">${words.sentTo(markup`<strong>${page.emailAddress}</strong>`)}
${page.withLink && words.orLink}</p>
${sentAgain && markup`<p class="status" role="status">${words.sentAgain}</p>`}
${formAlert(error, ['code'])}
<form class="stack" method="post" action="${webUrl(page.action)}">
${hidden}
${formField({ name: 'code', label: words.label, focus: true, attributes }, error)}
<p><button class="button" type="submit">${cards.action.continue}</button></p>
</form>
<div class="row">
${resendIn === 0 ? resendForm(page.resendAction, hidden, words.sendAgain) : markup`<p class="soft">${words.wait(resendIn)}</p>`}
<a href="${webUrl(page.changeUrl)}">${words.change}</a>
</div>`,
  })
}

function resendForm(action: string, hidden: readonly Markup[], label: string): Markup {
  return markup`<form method="post" action="${webUrl(action)}">${hidden}<button class="plain" type="submit">${label}</button></form>`
}

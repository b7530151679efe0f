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
  /** A new code may be sent now. */
  readonly resendAvailable: boolean
  /** The mail carries a link too. */
  readonly withLink: boolean
  /** Something good to tell, such as that a new code was sent. */
  readonly notice?: string | null
  readonly error?: FormError | null
  readonly hidden?: HiddenFields
}

const CODE = markup`class="digits" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="200" spellcheck="false"
pattern=".*(?<!\\p{Nd})\\p{Nd}([\\s\\p{Pd}\\p{Cf}]?\\p{Nd}){5}(?!\\p{Nd}).*" title="Six digits" required`

/** The page that asks for the code, as `code`. */
export function hostedCodePage(page: HostedCode): string {
  const { applicationName, error = null, notice = null } = page
  const hidden = hiddenFields(page.hidden ?? {})
  return cardPage({
    identity: page.identity ?? null,
    title: 'Enter your code',
    applicationName,
    body: markup`<h1>Check your email</h1>
<p class="soft">We sent a code to <strong>${page.emailAddress}</strong>.
${page.withLink && 'You can also open the link in this browser.'}</p>
${notice !== null && markup`<p class="status" role="status">${notice}</p>`}
${formAlert(error, ['code'])}
<form class="stack" method="post" action="${webUrl(page.action)}">
${hidden}
${formField({ name: 'code', label: 'Code', focus: true, attributes: CODE }, error)}
<p><button class="button" type="submit">Continue</button></p>
</form>
<div class="row">
${page.resendAvailable ? resendForm(page.resendAction, hidden) : markup`<p class="soft">You can get a new code in 30 seconds.</p>`}
<a href="${webUrl(page.changeUrl)}">Use another email</a>
</div>`,
  })
}

function resendForm(action: string, hidden: readonly Markup[]): Markup {
  return markup`<form method="post" action="${webUrl(action)}">${hidden}<button class="plain" type="submit">Send a new code</button></form>`
}

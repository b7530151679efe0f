import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup } from './markup.ts'
import { webUrl } from './web-url.ts'

/** Where the confirmation leads. */
export interface LinkDone {
  readonly applicationName: string
  readonly identity?: Identity | null
  /** A page of the application, `null` when it named none. */
  readonly continueUrl: string | null
}

/** The link of a mail did what it is for, and the application named no page to go on to. */
export function linkDonePage({ applicationName, identity = null, continueUrl }: LinkDone): string {
  return cardPage({
    identity,
    title: 'Confirmed',
    applicationName,
    body: markup`<h1>Your email is confirmed</h1>
<p>Your other tab continues on its own. You can close this one.</p>
${continueUrl !== null && markup`<p><a class="button" href="${webUrl(continueUrl)}">Continue to ${applicationName}</a></p>`}`,
  })
}

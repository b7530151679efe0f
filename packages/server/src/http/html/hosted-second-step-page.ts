import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup, webUrl } from './markup.ts'

/** Told to who has proven a first factor where the second cannot be given. */
export interface HostedSecondStep {
  readonly applicationName: string
  readonly identity?: Identity | null
  readonly signInUrl: string
  /** They came by a link, which is still good. */
  readonly byLink: boolean
}

/** The page for who cannot finish a sign-in on the plain pages. */
export function hostedSecondStepPage({ applicationName, identity = null, signInUrl, byLink }: HostedSecondStep): string {
  return cardPage({
    identity,
    title: 'One more step',
    applicationName,
    body: markup`<h1>One more step</h1>
<p>You’re not signed in yet: your account asks for a second step, and this page can’t take it.</p>
<p>Turn on JavaScript in this browser, then sign in on the sign-in page.${byLink && ' The link was not used up.'}</p>
<p><a class="button" href="${webUrl(signInUrl)}">Open the sign-in page</a></p>`,
  })
}

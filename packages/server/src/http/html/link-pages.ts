import { bigCode } from './big-code.ts'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup, webUrl } from './markup.ts'
import { spokenTime } from './spoken-time.ts'

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

/** What the page behind a mail's link tells a browser that did not ask for it. */
export interface LinkElsewhere {
  readonly applicationName: string
  readonly identity?: Identity | null
  readonly code: string
  /** The browser that did ask: in words, and its network address where that is known. */
  readonly requestedFrom: { readonly device: string; readonly ipAddress: string | null }
  /** Epoch milliseconds. */
  readonly requestedAt: number
  /** For how long the code is good, rounded up. */
  readonly minutesLeft: number
  readonly purpose: 'sign_in' | 'sign_up' | 'identification'
}

const WORDS = {
  sign_in: {
    heading: (app: string) => `Sign in to ${app}`,
    place: 'where you’re signing in',
    outcome: 'Nobody can sign in without it.',
  },
  sign_up: {
    heading: (app: string) => `Confirm your email for ${app}`,
    place: 'where you’re signing up',
    outcome: 'No account is created without it.',
  },
  identification: {
    heading: (app: string) => `Add this email to your ${app} account`,
    place: 'where you’re adding it',
    outcome: 'The address isn’t added without it.',
  },
} as const

/**
 * The link of a mail, opened where it was not asked for: by a phone, a scanner or somebody else. Nothing has happened and nothing on
 * the page can make it happen; it shows who asked, and the code to type there.
 */
export function linkElsewherePage(page: LinkElsewhere): string {
  const { heading, place, outcome } = WORDS[page.purpose]
  const minutes = `${page.minutesLeft} ${page.minutesLeft === 1 ? 'minute' : 'minutes'}`
  return cardPage({
    identity: page.identity ?? null,
    title: 'Your code',
    applicationName: page.applicationName,
    body: markup`<h1>${heading(page.applicationName)}</h1>
<p>You started in another browser. Enter this code there, ${place}:</p>
${bigCode(page.code)}
<p class="soft">It expires in ${minutes}. Once you’ve entered it, you can close this page.</p>
<section class="apart stack">
<h2>Requested from</h2>
<dl class="facts">
<dt>Device</dt><dd>${page.requestedFrom.device}</dd>
${page.requestedFrom.ipAddress !== null && markup`<dt>Address</dt><dd>${page.requestedFrom.ipAddress}</dd>`}
<dt>Time</dt><dd>${spokenTime(page.requestedAt)}</dd>
</dl>
</section>
<section class="apart stack">
<h2>Wasn’t you?</h2>
<p>Close this page, and never share the code. ${outcome}</p>
</section>`,
  })
}

/** Why the link of a mail leads nowhere. */
export type LinkProblem = 'expired' | 'used' | 'invalid' | 'failed'

const PROBLEM_WORDS: Readonly<Record<LinkProblem, readonly [what: string, remedy: string]>> = {
  expired: ['This link has expired', 'Go back to where you started and request a new one.'],
  used: ['This link was already used', 'Each link works once. If you’re not signed in, go back and request a new one.'],
  invalid: ['This link isn’t valid', 'Open it from our latest email, or copy the whole link.'],
  failed: ['This link no longer works', 'Go back to where you started and try again.'],
}

/** The link of a mail, when it is good for nothing. */
export function linkProblemPage({
  applicationName,
  identity = null,
  problem,
}: {
  readonly applicationName: string
  readonly identity?: Identity | null
  readonly problem: LinkProblem
}): string {
  const [what, remedy] = PROBLEM_WORDS[problem]
  return cardPage({
    identity,
    title: what,
    applicationName,
    body: markup`<h1>${what}</h1>
<p>${remedy}</p>`,
  })
}

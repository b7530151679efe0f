import { bigCode } from './big-code.ts'
import { cardPage } from './layout.ts'
import { markup } from './markup.ts'
import { spokenTime } from './spoken-time.ts'

/** What the page behind a mail's link tells a browser that did not ask for it. */
export interface LinkElsewhere {
  readonly applicationName: string
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
    place: 'where you are signing in',
    outcome: 'Without the code nobody gets in.',
  },
  sign_up: {
    heading: (app: string) => `Confirm your address for ${app}`,
    place: 'where you are signing up',
    outcome: 'Without the code no account is made.',
  },
  identification: {
    heading: (app: string) => `Add this address to your ${app} account`,
    place: 'where you are adding it',
    outcome: 'Without the code the address is not added.',
  },
} as const

/**
 * The link of a mail, opened where it was not asked for: by a phone, a scanner or a thief. Nothing has happened and nothing on
 * the page can make it happen; it shows who asked, and the code to type there.
 */
export function linkElsewherePage(page: LinkElsewhere): string {
  const { heading, place, outcome } = WORDS[page.purpose]
  const minutes = `${page.minutesLeft} more ${page.minutesLeft === 1 ? 'minute' : 'minutes'}`
  return cardPage({
    title: 'Your code',
    applicationName: page.applicationName,
    body: markup`<h1>${heading(page.applicationName)}</h1>
<p>You began in another browser. Type this code there, ${place}:</p>
${bigCode(page.code)}
<p class="soft">It is good for ${minutes}. Nothing has happened here, and you can close this page afterwards.</p>
<section class="apart stack">
<h2>Who asked for it</h2>
<dl class="facts">
<dt>Device</dt><dd>${page.requestedFrom.device}</dd>
${page.requestedFrom.ipAddress !== null && markup`<dt>Address</dt><dd>${page.requestedFrom.ipAddress}</dd>`}
<dt>Time</dt><dd>${spokenTime(page.requestedAt)}</dd>
</dl>
</section>
<section class="apart stack">
<h2>Was it not you?</h2>
<p>Close this page and tell nobody the code, whoever asks for it. ${outcome}</p>
</section>`,
  })
}

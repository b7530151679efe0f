import type { Language } from '@latchkey/words'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup, webUrl } from './markup.ts'
import { bigCode, momentOf } from './parts.ts'

/** Where the confirmation leads. */
export interface LinkDone {
  readonly applicationName: string
  readonly identity?: Identity | null
  /** A page of the application, `null` when it named none. */
  readonly continueUrl: string | null
}

/** The link of a mail did what it is for, and the application named no page to go on to. */
export function linkDonePage({ applicationName, identity = null, continueUrl }: LinkDone, language: Language): string {
  const { continueTo, link } = language.pages
  return cardPage({
    language,
    identity,
    title: link.done.tab,
    applicationName,
    body: markup`<h1>${link.done.title}</h1>
<p>${link.done.text}</p>
${continueUrl !== null && markup`<p><a class="button" href="${webUrl(continueUrl)}">${continueTo(applicationName)}</a></p>`}`,
  })
}

/** What the page behind a mail's link tells a browser that did not ask for it. */
export interface LinkElsewhere {
  readonly applicationName: string
  readonly identity?: Identity | null
  readonly code: string
  /** The browser that did ask, and its network address where that is known. */
  readonly requestedFrom: { readonly browser: string | null; readonly type: string | null; readonly ipAddress: string | null }
  /** Epoch milliseconds. */
  readonly requestedAt: number
  /** For how long the code is good, rounded up. */
  readonly minutesLeft: number
  readonly purpose: 'sign_in' | 'sign_up' | 'identification'
}

/**
 * The link of a mail, opened where it was not asked for: by a phone, a scanner or somebody else. Nothing has happened and nothing on
 * the page can make it happen; it shows who asked, and the code to type there.
 */
export function linkElsewherePage(page: LinkElsewhere, language: Language): string {
  const { elsewhere: words } = language.pages.link
  const { requester } = language
  const { heading, instruction, warning } = words[page.purpose]
  const { browser, type, ipAddress } = page.requestedFrom
  return cardPage({
    language,
    identity: page.identity ?? null,
    title: words.tab,
    applicationName: page.applicationName,
    body: markup`<h1>${heading(page.applicationName)}</h1>
<p>${instruction}</p>
${bigCode(page.code)}
<p class="soft">${words.left(page.minutesLeft)}</p>
<section class="apart stack">
<h2>${words.requestedFrom}</h2>
<dl class="facts">
<dt>${requester.device}</dt><dd>${requester.deviceName(browser, type)}</dd>
${ipAddress !== null && markup`<dt>${requester.ipAddress}</dt><dd>${ipAddress}</dd>`}
<dt>${requester.time}</dt><dd>${momentOf(page.requestedAt, language)}</dd>
</dl>
</section>
<section class="apart stack">
<h2>${words.notYou}</h2>
<p>${warning}</p>
</section>`,
  })
}

/** Why the link of a mail leads nowhere. */
export type LinkProblem = keyof Language['pages']['link']['problems']

/** The link of a mail, when it is good for nothing. */
export function linkProblemPage(
  {
    applicationName,
    identity = null,
    problem,
  }: {
    readonly applicationName: string
    readonly identity?: Identity | null
    readonly problem: LinkProblem
  },
  language: Language,
): string {
  const { title, text } = language.pages.link.problems[problem]
  return cardPage({
    language,
    identity,
    title,
    applicationName,
    body: markup`<h1>${title}</h1>
<p>${text}</p>`,
  })
}

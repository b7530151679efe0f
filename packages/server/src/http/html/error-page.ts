import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup } from './markup.ts'

/** What a person is told when something did not work. */
export interface PageError {
  readonly title: string
  /** What happened. */
  readonly sentence: string
  /** What to do; empty when the sentence says it already. */
  readonly remedy: string
  /** Whose page it would have been, when that is known. */
  readonly applicationName?: string | null
  readonly identity?: Identity | null
  /** By which the operator finds it in the log. */
  readonly traceId?: string | null
}

/** A refusal or a failure as a page. */
export function errorPage({ title, sentence, remedy, applicationName = null, identity = null, traceId = null }: PageError): string {
  return cardPage({
    identity,
    title,
    applicationName,
    body: markup`<h1>${title}</h1>
<p>${sentence}</p>
${remedy !== '' && markup`<p>${remedy}</p>`}
${traceId !== null && markup`<p class="small soft">Trace <span class="mono">${traceId}</span></p>`}`,
  })
}

/** The page at an address where nothing is. */
export function notFoundPage(): string {
  return errorPage({
    title: 'Page not found',
    sentence: 'There is no page at this address.',
    remedy: 'Check it for a typing error, or go back to where you came from.',
  })
}

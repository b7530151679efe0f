import type { Language } from '@latchkey/words'
import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup } from './markup.ts'

/** What a person is told when something did not work. */
export interface PageError {
  readonly title: string
  /** What happened. */
  readonly sentence: string
  /** What to do; empty when that is said already. */
  readonly remedy: string
  /** Whose page it would have been, when that is known. */
  readonly applicationName?: string | null
  readonly identity?: Identity | null
  /** By which the operator finds it in the log. */
  readonly traceId?: string | null
}

/** A refusal or a failure as a page. */
export function errorPage(
  { title, sentence, remedy, applicationName = null, identity = null, traceId = null }: PageError,
  language: Language,
): string {
  return cardPage({
    language,
    identity,
    title,
    applicationName,
    body: markup`<h1>${title}</h1>
<p>${sentence}</p>
${remedy !== '' && markup`<p>${remedy}</p>`}
${traceId !== null && markup`<p class="small soft">${language.pages.trace(markup`<span class="mono">${traceId}</span>`)}</p>`}`,
  })
}

/** The page at an address where nothing is. */
export function notFoundPage(language: Language): string {
  const { title, text, remedy } = language.pages.notFound
  return errorPage({ title, sentence: text, remedy }, language)
}

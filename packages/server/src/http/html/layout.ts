import type { Language } from '@latchkey/words'
import { type Identity, identityFooter, logoImage, logoSource } from './identity.ts'
import { Markup, markup, type Part } from './markup.ts'
import { type PageScript, scriptData, scriptTags } from './page-script.ts'
import { STYLE, STYLE_HASH } from './style.ts'

/**
 * The policy of pages: the one style sheet, forms to this server, and nothing else; with script, that of this server alone.
 * @param formOrigins origins to which the answer of a form may send on: browsers hold redirects after a POST to the same list
 * @param script the page has a script, with style sheets, and asks this server
 * @param identity the application's look, whose colors and logo are allowed
 * @param framedBy origins whose pages may have this one in a frame
 */
export function pageCsp(
  formOrigins: readonly string[] = [],
  script = false,
  identity: Identity | null = null,
  framedBy: readonly string[] = [],
): string {
  const targets = ["'self'", ...formOrigins].join(' ')
  const [own, active] = script ? ["'self' ", "script-src 'self'; connect-src 'self'; font-src 'self'; "] : ['', '']
  const colors = identity?.style == null ? '' : ` '${identity.style.source}'`
  const logo = logoSource(identity)
  const shown = `style-src ${own}'${STYLE_HASH}'${colors}; img-src ${own}data:${logo === null ? '' : ` ${logo}`}`
  return (
    `default-src 'none'; ${active}${shown}; form-action ${targets}; frame-ancestors ` +
    `${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}; base-uri 'none'`
  )
}

/** The policy of pages whose forms, if any, end on this server. */
export const PAGE_CSP = pageCsp()

/** The lines of a key, in a box of 24 by 24. */
const KEY_LINES = '<circle cx="8" cy="8" r="4.5"/><path d="m11.5 11.5 8.5 8.5m-3-3 2.5-2.5m-5.5-.5 2.5-2.5"/>'

const stroke = new Markup('fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"')

/** Latchkey's own sign, for pages of the server rather than of somebody's application. */
export const LATCHKEY_MARK = markup`<span class="mark" aria-hidden="true">
<svg viewBox="0 0 24 24" ${stroke}>${new Markup(KEY_LINES)}</svg></span>`

/** What a page is made of. */
export interface Page {
  readonly language: Language
  /** Of the tab. */
  readonly title: string
  /** Whose page it is: an application's name, or `null` for the server's own. */
  readonly applicationName: string | null
  readonly body: Part
  /** What the application looks like, where it chose. */
  readonly identity?: Identity | null
  /** For pages that are read rather than filled in. */
  readonly wide?: boolean
  readonly script?: PageScript | null
}

/** A page with one card in the middle. */
export function cardPage({ language, title, applicationName, body, wide = false, script = null, identity = null }: Page): string {
  const name =
    applicationName === null
      ? markup`${LATCHKEY_MARK}Latchkey`
      : markup`${(identity && logoImage(identity)) ?? monogram(applicationName)}${applicationName}`
  const { ofLatchkey, ofApplication } = language.pages
  return document(
    language,
    applicationName === null ? ofLatchkey(title) : ofApplication(title, applicationName),
    markup`<body class="centre"${script && scriptData(script)}><main class="${wide ? 'card wide' : 'card'}">
<p class="app">${name}</p>
<div class="stack">
${body}
</div>
${identity && identityFooter(identity, language)}</main></body>`,
    script,
    identity,
  )
}

function monogram(name: string): Markup {
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase()
  return letter === undefined ? LATCHKEY_MARK : markup`<span class="mark" aria-hidden="true">${letter}</span>`
}

const icon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 36 36"><rect x="-6" y="-6" width="36" height="36" rx="9" fill="#17181c"/>
<g fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">${KEY_LINES}</g></svg>`,
)}`

/** A whole document: what every page has in its head, and a body. */
export function document(
  language: Language,
  title: string,
  body: Markup,
  script: PageScript | null = null,
  identity: Identity | null = null,
): string {
  // The style sheet stands byte for byte as it was hashed.
  return markup`<!doctype html>
<html lang="${language.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${new Markup(STYLE)}</style>${identity?.style != null && markup`<style>${new Markup(identity.style.text)}</style>`}
${script && scriptTags(script)}</head>
${body}
</html>
`.text
}

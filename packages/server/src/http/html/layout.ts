import type { Language } from '@latchkey/words'
import { type Identity, identityFooter, logoImage, logoSource } from './identity.ts'
import { Markup, markup, type Part, webUrl } from './markup.ts'
import { STYLE, STYLE_HASH } from './style.ts'

/**
 * The policy of pages: the one style sheet, forms to this server, and nothing else; of those that the components draw, scripts and style
 * sheets of this server alone.
 * @param formOrigins origins to which the answer of a form may send on: browsers hold redirects after a POST to the same list
 * @param nonce of the styles that the components write; `null` for a page they do not draw
 * @param identity the application's look, whose colors and logo are allowed
 * @param framedBy origins whose pages may have this one in a frame
 */
export function pageCsp(
  formOrigins: readonly string[] = [],
  nonce: string | null = null,
  identity: Identity | null = null,
  framedBy: readonly string[] = [],
): string {
  const targets = ["'self'", ...formOrigins].join(' ')
  const colors = identity?.style == null ? '' : ` '${identity.style.source}'`
  const logo = logoSource(identity)
  const images = `data:${logo === null ? '' : ` ${logo}`}`
  const [active, shown] =
    nonce === null
      ? ['', `style-src '${STYLE_HASH}'${colors}; img-src ${images}`]
      : ["script-src 'self'; connect-src 'self'; font-src 'self'; ", `style-src 'self' 'nonce-${nonce}'; img-src 'self' ${images}`]
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
}

/** A page with one card in the middle. */
export function cardPage({ language, title, applicationName, body, wide = false, identity = null }: Page): string {
  const name =
    applicationName === null
      ? markup`${LATCHKEY_MARK}Latchkey`
      : markup`${(identity && logoImage(identity)) ?? monogram(applicationName)}${applicationName}`
  const { ofLatchkey, ofApplication } = language.pages
  return document(
    language,
    applicationName === null ? ofLatchkey(title) : ofApplication(title, applicationName),
    markup`<body class="centre"><main class="${wide ? 'card wide' : 'card'}">
<p class="app">${name}</p>
<div class="stack">
${body}
</div>
${identity && identityFooter(identity, language)}</main></body>`,
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
export function document(language: Language, title: string, body: Markup, identity: Identity | null = null): string {
  // The style sheet stands byte for byte as it was hashed.
  const colors = identity?.style == null ? '' : `<style>${identity.style.text}</style>`
  return whole(language, title, new Markup(`<style>${STYLE}</style>${colors}\n`), body)
}

/** Of a page that the components draw: what its script and its style sheets are, and where those who run none of them go. */
export interface DrawnPage {
  readonly language: Language
  /** Of the tab. */
  readonly title: string
  readonly applicationName: string
  /** Path of the module. */
  readonly script: string
  /** Paths of its style sheets. */
  readonly styles: readonly string[]
  /** Where whoever has no scripts is sent, `null` where what is drawn works without. */
  readonly plainUrl: string | null
  /** What the components have drawn: HTML, escaped by them. */
  readonly drawn: string
}

/** The document around what the components have drawn. */
export function drawnPage({ language, title, applicationName, script, styles, plainUrl, drawn }: DrawnPage): string {
  const plain = plainUrl !== null && markup`<noscript><meta http-equiv="refresh" content="0;url=${webUrl(plainUrl)}"></noscript>\n`
  const sheets = styles.map((href) => markup`<link rel="stylesheet" href="${webUrl(href)}">\n`)
  // Shown when the scripts that the page needs are long in coming.
  const late = plainUrl !== null && markup`<p class="late"><a href="${webUrl(plainUrl)}">${language.pages.late}</a></p>\n`
  const head = markup`${plain}${sheets}<script type="module" src="${webUrl(script)}"></script>\n`
  return whole(language, language.pages.ofApplication(title, applicationName), head, markup`<body>${new Markup(drawn)}${late}</body>`)
}

function whole(language: Language, title: string, head: Markup, body: Markup): string {
  return markup`<!doctype html>
<html lang="${language.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${icon}">
${head}</head>
${body}
</html>
`.text
}

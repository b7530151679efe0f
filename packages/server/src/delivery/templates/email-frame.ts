/** The fonts of a text in an email, as a declaration. */
export const sans = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/** What stands in the frame, as HTML. */
export interface Framed {
  /** The language it is in, BCP 47. */
  readonly lang: string
  /** The document's title, as text. */
  readonly title: string
  /** In the card. */
  readonly card: string
  /** Below the card. */
  readonly foot?: string
  /** More rules for clients that ask for dark colors. */
  readonly dark?: readonly string[]
}

/**
 * The document around an email: a card in the middle of the page. Nothing in it is loaded from elsewhere. Colors are given inline for
 * clients that drop style sheets, and again for those that ask for a dark one. The outer table centres the card in clients that know
 * nothing else.
 */
export function emailFrame({ lang, title, card, foot = '', dark = [] }: Framed): string {
  const rules = [
    '.page { background-color: #131316 !important; }',
    '.card { background-color: #1f2023 !important; border-color: #3a3b40 !important; }',
    '.ink { color: #f4f4f6 !important; }',
    '.soft { color: #b4b5bd !important; }',
    '.rule { border-color: #3a3b40 !important; }',
    ...dark,
  ]
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
${rules.map((rule) => `  ${rule}\n`).join('')}}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f4f4f6">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f4f6">
<tr><td align="center" style="padding:32px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0"
  style="max-width:480px;background-color:#ffffff;border:1px solid #e2e3e8;border-radius:12px">
<tr><td style="padding:32px 28px;${sans}">
${card}</td></tr>
</table>
${foot}</td></tr>
</table>
</body>
</html>
`
}

/** The first line in the card. */
export function emailHeading(text: string, below = 20): string {
  const style = `margin:0 0 ${below}px;font-size:20px;line-height:28px;font-weight:600;color:#17181c`
  return `<h1 class="ink" style="${style}">${escapeHtml(text)}</h1>
`
}

/** A paragraph in the colour of the text. @param below the space under it, in pixels */
export function emailText(text: string, below = 20): string {
  return `<p class="ink" style="margin:${margin(below)};font-size:15px;line-height:22px;color:#17181c">${escapeHtml(text)}</p>
`
}

/** A small paragraph in a softer colour. @param html what stands in it, escaped */
export function emailSmallPrint(html: string, below = 20): string {
  return `<p class="soft" style="margin:${margin(below)};font-size:13px;line-height:20px;color:#5c5d66">${html}</p>
`
}

/** Lines of text, escaped. */
export function emailLines(lines: readonly string[]): string {
  return lines.map(escapeHtml).join('<br>\n')
}

/** What is set apart by a line above it. */
export function emailApart(html: string): string {
  return `<div class="rule" style="border-top:1px solid #e2e3e8;padding-top:16px">
${html}</div>
`
}

function margin(below: number): string {
  return below === 0 ? '0' : `0 0 ${below}px`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text for use between tags or inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char]!)
}

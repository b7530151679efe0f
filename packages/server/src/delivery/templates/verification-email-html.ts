import { escapeHtml } from './escape-html.ts'
import type { VerificationWords } from './verification-words.ts'

const sans = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const mono = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Courier New',monospace"

const usual = { light: { primary: '#17181c', foreground: '#ffffff' }, dark: { primary: '#f4f4f6', foreground: '#17181c' } }

/** Colors are given inline for clients that drop style sheets, and again for those that ask for a dark one. */
const darkStyles = ({ primary, foreground }: (typeof usual)['dark']) => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #131316 !important; }
  .card { background-color: #1f2023 !important; border-color: #3a3b40 !important; }
  .ink { color: #f4f4f6 !important; }
  .soft { color: #b4b5bd !important; }
  .code { color: #ffffff !important; background-color: #2d2e33 !important; border-color: #4a4b52 !important; }
  .button { background-color: ${primary} !important; }
  .button a { color: ${foreground} !important; }
  .rule { border-color: #3a3b40 !important; }
}`

/**
 * The HTML form of a verification mail. Nothing in it is loaded from elsewhere. The outer table centres the card in clients that
 * know nothing else, the one around the button gives it its size in Outlook.
 */
export function verificationEmailHtml(words: VerificationWords): string {
  const { applicationName, heading, code, instruction, link, facts, warning, brand, pages } = words
  const colors = brand?.colors ?? usual
  for (const color of [colors.light, colors.dark].flatMap(Object.values))
    if (!/^#[0-9a-f]{6}$/.test(color)) throw new Error('A color for an email is none.')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${escapeHtml(heading)}</title>
<style>${darkStyles(colors.dark)}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f4f4f6">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f4f6">
<tr><td align="center" style="padding:32px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0"
  style="max-width:480px;background-color:#ffffff;border:1px solid #e2e3e8;border-radius:12px">
<tr><td style="padding:32px 28px;${sans}">
${header(applicationName, brand)}<h1 class="ink" style="margin:0 0 20px;font-size:20px;line-height:28px;font-weight:600;color:#17181c">${escapeHtml(heading)}</h1>
<p class="code" style="margin:0 0 20px;padding:16px 8px;font-size:32px;line-height:40px;font-weight:700;letter-spacing:6px;
  text-align:center;color:#17181c;background-color:#f4f4f6;border:1px solid #e2e3e8;border-radius:8px;
  -webkit-user-select:all;user-select:all;${mono}">${escapeHtml(code)}</p>
<p class="ink" style="margin:0 0 20px;font-size:15px;line-height:22px;color:#17181c">${escapeHtml(instruction)}</p>
${link === null ? '' : button(link, colors.light)}<div class="rule" style="border-top:1px solid #e2e3e8;padding-top:16px">
<p class="soft" style="margin:0 0 12px;font-size:13px;line-height:20px;color:#5c5d66">Requested from:<br>
${facts.map(([name, value]) => `${escapeHtml(name)}: ${escapeHtml(value)}`).join('<br>\n')}</p>
<p class="soft" style="margin:0;font-size:13px;line-height:20px;color:#5c5d66">${escapeHtml(warning)}</p>
</div>
</td></tr>
</table>
${foot(pages)}</td></tr>
</table>
</body>
</html>
`
}

/** The logo, or where there is none the name: what says whose email this is also reads well without images. */
function header(applicationName: string, brand: VerificationWords['brand']): string {
  const name = escapeHtml(applicationName)
  const logo = URL.parse(brand?.logoUrl ?? '')
  const shown =
    logo?.protocol === 'https:'
      ? `<img src="${escapeHtml(logo.href)}" alt="${name}" height="32" style="display:block;height:32px;max-width:200px;border:0">`
      : name
  return `<div class="ink" style="margin:0 0 24px;font-size:15px;line-height:20px;font-weight:600;color:#17181c">${shown}</div>
`
}

function foot(pages: VerificationWords['pages']): string {
  if (pages.length === 0) return ''
  const links = pages.map(({ label, url }) => `<a class="soft" href="${escapeHtml(url)}" style="color:#5c5d66">${label}</a>`)
  return `<p class="soft" style="margin:20px 0 0;font-size:13px;line-height:20px;color:#5c5d66;${sans}">${links.join(' &nbsp;·&nbsp; ')}</p>
`
}

function button({ lead, label, url }: NonNullable<VerificationWords['link']>, color: (typeof usual)['light']): string {
  return `<p class="ink" style="margin:0 0 12px;font-size:15px;line-height:22px;color:#17181c">${escapeHtml(lead)}</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">
<tr><td class="button" align="center" style="background-color:${color.primary};border-radius:8px">
<a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;font-size:15px;line-height:20px;font-weight:600;
  text-decoration:none;color:${color.foreground}">${escapeHtml(label)}</a>
</td></tr>
</table>
`
}

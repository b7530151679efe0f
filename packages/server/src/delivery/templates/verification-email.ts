import { emailApart, emailFacts, emailFrame, emailHeading, emailSmallPrint, emailText, escapeHtml, sans } from './email-frame.ts'
import { type VerificationMessage, type VerificationWords, verificationWords } from './verification-words.ts'

/** A mail in its two forms. */
export interface RenderedEmail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * The mail that carries a code and, when there is one, a link. It tells who asked for it, and has the code in its subject.
 * @throws Error when the code or the link could not be ours; everything else is made harmless
 */
export function renderVerificationEmail(email: VerificationMessage): RenderedEmail {
  const words = verificationWords(email)
  return {
    subject: `${words.code} is your ${words.applicationName} code`,
    text: verificationEmailText(words),
    html: verificationEmailHtml(words),
  }
}

function verificationEmailText({ heading, code, instruction, link, facts, warning, pages }: VerificationWords): string {
  return [
    heading,
    '',
    code,
    '',
    instruction,
    ...(link === null ? [] : ['', link.lead, link.url]),
    '',
    'Requested from:',
    ...facts.map(([name, value]) => `${name}: ${value}`),
    '',
    warning,
    ...(pages.length === 0 ? [] : ['', ...pages.map(({ label, url }) => `${label}: ${url.replace(/^mailto:/, '')}`)]),
    '',
  ].join('\n')
}

const mono = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Courier New',monospace"

const usual = { light: { primary: '#17181c', foreground: '#ffffff' }, dark: { primary: '#f4f4f6', foreground: '#17181c' } }

/** The HTML form of a verification email. */
function verificationEmailHtml(words: VerificationWords): string {
  const { applicationName, heading, code, instruction, link, facts, warning, brand, pages } = words
  const colors = brand?.colors ?? usual
  for (const color of [colors.light, colors.dark].flatMap(Object.values))
    if (!/^#[0-9a-f]{6}$/.test(color)) throw new Error('A color for an email is none.')
  return emailFrame({
    title: heading,
    card: [
      header(applicationName, brand),
      emailHeading(heading),
      `<p class="code" style="margin:0 0 20px;padding:16px 8px;font-size:32px;line-height:40px;font-weight:700;letter-spacing:6px;
  text-align:center;color:#17181c;background-color:#f4f4f6;border:1px solid #e2e3e8;border-radius:8px;
  -webkit-user-select:all;user-select:all;${mono}">${escapeHtml(code)}</p>
`,
      emailText(instruction),
      link === null ? '' : button(link, colors.light),
      emailApart(emailSmallPrint(`Requested from:<br>\n${emailFacts(facts)}`, 12) + emailSmallPrint(escapeHtml(warning), 0)),
    ].join(''),
    foot: foot(pages),
    dark: [
      '.code { color: #ffffff !important; background-color: #2d2e33 !important; border-color: #4a4b52 !important; }',
      `.button { background-color: ${colors.dark.primary} !important; }`,
      `.button a { color: ${colors.dark.foreground} !important; }`,
    ],
  })
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
  const style = `margin:20px 0 0;font-size:13px;line-height:20px;color:#5c5d66;${sans}`
  return `<p class="soft" style="${style}">${links.join(' &nbsp;·&nbsp; ')}</p>
`
}

/** The table around it gives it its size in Outlook. */
function button({ lead, label, url }: NonNullable<VerificationWords['link']>, color: (typeof usual)['light']): string {
  return `${emailText(lead, 12)}<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">
<tr><td class="button" align="center" style="background-color:${color.primary};border-radius:8px">
<a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;font-size:15px;line-height:20px;font-weight:600;
  text-decoration:none;color:${color.foreground}">${escapeHtml(label)}</a>
</td></tr>
</table>
`
}

import type { Language } from '@latchkey/words'
import type { AttemptKind } from '../../domain/slot.ts'
import type { RenderedEmail } from '../message.ts'
import { plainLine } from '../plain-line.ts'
import { emailApart, emailFrame, emailHeading, emailLines, emailSmallPrint, emailText, escapeHtml, sans } from './email-frame.ts'
import { type Requester, requesterLines } from './requester-lines.ts'

/** What an email shows of its application, besides the name. Colors are `#rrggbb`. */
export interface EmailBrand {
  /** An https URL: many readers show no image that is in the email itself. */
  readonly logoUrl: string | null
  readonly colors: {
    readonly light: { readonly primary: string; readonly foreground: string }
    readonly dark: { readonly primary: string; readonly foreground: string }
  } | null
  readonly supportEmail: string | null
  readonly termsUrl: string | null
  readonly privacyUrl: string | null
}

/** What a message with a code, and perhaps a link, is about. */
export interface VerificationMessage {
  readonly applicationName: string
  readonly purpose: AttemptKind
  readonly code: string
  /** Absolute http(s) URL. */
  readonly link: string | null
  readonly requestedFrom: Requester
  /** Epoch milliseconds. */
  readonly requestedAt: number
  /** For how many minutes the code is good. */
  readonly minutes: number
  /** Absent in what an older version sealed. */
  readonly brand?: EmailBrand
}

/** The sentences of one email, plain text all of them, and what makes it look as it does. */
interface Said {
  readonly lang: string
  readonly applicationName: string
  readonly heading: string
  readonly code: string
  readonly instruction: string
  readonly link: { readonly lead: string; readonly label: string; readonly url: string } | null
  readonly requestedFrom: string
  readonly facts: readonly string[]
  readonly warning: string
  readonly brand: EmailBrand | null
  /** Where to turn to and what applies, for the foot. */
  readonly pages: readonly { readonly label: string; readonly url: string }[]
}

/**
 * The email that carries a code and, when there is one, a link. It tells who asked for it, and has the code in its subject.
 * @throws Error when the code or the link could not be ours; everything else is made harmless
 */
export function renderVerificationEmail(email: VerificationMessage, language: Language): RenderedEmail {
  const said = whatIsSaid(email, language)
  const { fact, verification } = language.messages.email
  return {
    subject: verification.subject(said.code, said.applicationName),
    text: [
      said.heading,
      '',
      said.code,
      '',
      said.instruction,
      ...(said.link === null ? [] : ['', said.link.lead, said.link.url]),
      '',
      said.requestedFrom,
      ...said.facts,
      '',
      said.warning,
      ...(said.pages.length === 0 ? [] : ['', ...said.pages.map(({ label, url }) => fact(label, url.replace(/^mailto:/, '')))]),
      '',
    ].join('\n'),
    html: asHtml(said),
  }
}

function whatIsSaid(email: VerificationMessage, language: Language): Said {
  const { applicationName, purpose, code, link, requestedFrom, requestedAt, minutes, brand } = email
  if (!/^[0-9A-Za-z]{4,12}$/.test(code)) throw new Error('A code for an email has characters that codes do not have.')
  if (link !== null && !/^https?:$/.test(URL.parse(link)?.protocol ?? '')) throw new Error('A link for an email is not an http URL.')
  const app = plainLine(applicationName, 60) || 'Latchkey'
  const words = language.messages.email.verification
  const { heading, instruction, button, warning } = words[purpose]
  return {
    lang: language.tag,
    applicationName: app,
    heading: heading(app),
    code,
    instruction: instruction(minutes),
    link: link === null ? null : { lead: words.link, label: button, url: URL.parse(link)!.href },
    requestedFrom: words.requestedFrom,
    facts: requesterLines(requestedFrom, requestedAt, language),
    warning,
    brand: brand ?? null,
    pages: pagesOf(brand, language),
  }
}

function pagesOf(brand: EmailBrand | undefined, { cards }: Language): Said['pages'] {
  const { supportEmail, termsUrl, privacyUrl } = brand ?? { supportEmail: null, termsUrl: null, privacyUrl: null }
  const { help, terms, privacy } = cards.footer
  const all = [
    [help, supportEmail && `mailto:${supportEmail}`],
    [terms, termsUrl],
    [privacy, privacyUrl],
  ] as const
  return all.flatMap(([label, url]) => (url !== null && /^(?:https|mailto):$/.test(URL.parse(url)?.protocol ?? '') ? [{ label, url }] : []))
}

const mono = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Courier New',monospace"

const usual = { light: { primary: '#17181c', foreground: '#ffffff' }, dark: { primary: '#f4f4f6', foreground: '#17181c' } }

function asHtml({ lang, applicationName, heading, code, instruction, link, requestedFrom, facts, warning, brand, pages }: Said): string {
  const colors = brand?.colors ?? usual
  for (const color of [colors.light, colors.dark].flatMap(Object.values))
    if (!/^#[0-9a-f]{6}$/.test(color)) throw new Error('A color for an email is none.')
  return emailFrame({
    lang,
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
      emailApart(emailSmallPrint(emailLines([requestedFrom, ...facts]), 12) + emailSmallPrint(escapeHtml(warning), 0)),
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
function header(applicationName: string, brand: Said['brand']): string {
  const name = escapeHtml(applicationName)
  const logo = URL.parse(brand?.logoUrl ?? '')
  const shown =
    logo?.protocol === 'https:'
      ? `<img src="${escapeHtml(logo.href)}" alt="${name}" height="32" style="display:block;height:32px;max-width:200px;border:0">`
      : name
  return `<div class="ink" style="margin:0 0 24px;font-size:15px;line-height:20px;font-weight:600;color:#17181c">${shown}</div>
`
}

function foot(pages: Said['pages']): string {
  if (pages.length === 0) return ''
  const links = pages.map(({ label, url }) => `<a class="soft" href="${escapeHtml(url)}" style="color:#5c5d66">${escapeHtml(label)}</a>`)
  const style = `margin:20px 0 0;font-size:13px;line-height:20px;color:#5c5d66;${sans}`
  return `<p class="soft" style="${style}">${links.join(' &nbsp;·&nbsp; ')}</p>
`
}

/** The table around it gives it its size in Outlook. */
function button({ lead, label, url }: NonNullable<Said['link']>, color: (typeof usual)['light']): string {
  return `${emailText(lead, 12)}<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">
<tr><td class="button" align="center" style="background-color:${color.primary};border-radius:8px">
<a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;font-size:15px;line-height:20px;font-weight:600;
  text-decoration:none;color:${color.foreground}">${escapeHtml(label)}</a>
</td></tr>
</table>
`
}

import { plainLine } from '../plain-line.ts'
import { deviceName } from '../../domain/device.ts'
import { formatTime } from './format-time.ts'

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
  readonly purpose: 'sign_in' | 'sign_up' | 'identification'
  readonly code: string
  /** Absolute http(s) URL. */
  readonly link: string | null
  readonly requestedFrom: { readonly ipAddress: string | null; readonly userAgent: string | null }
  /** Epoch milliseconds. */
  readonly requestedAt: number
  /** For how many minutes the code is good. */
  readonly minutes: number
  /** Absent in what an older version sealed. */
  readonly brand?: EmailBrand
}

/** The sentences of one mail, plain text all of them. */
export interface VerificationWords {
  readonly applicationName: string
  readonly heading: string
  readonly code: string
  readonly instruction: string
  readonly link: { readonly lead: string; readonly label: string; readonly url: string } | null
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly warning: string
  readonly brand: EmailBrand | null
  /** Where to turn to and what applies, for the foot. */
  readonly pages: readonly { readonly label: string; readonly url: string }[]
}

const wording = {
  sign_in: {
    heading: (app: string) => `Sign in to ${app}`,
    place: 'where you’re signing in',
    label: 'Sign in',
    warning: 'If this wasn’t you, ignore this email. Nobody can sign in without it.',
  },
  sign_up: {
    heading: (app: string) => `Create your ${app} account`,
    place: 'where you’re signing up',
    label: 'Confirm email',
    warning: 'If this wasn’t you, ignore this email. No account is created without it.',
  },
  identification: {
    heading: (app: string) => `Add this email to your ${app} account`,
    place: 'where you’re adding this email',
    label: 'Confirm email',
    warning: 'If this wasn’t you, ignore this email. The address isn’t added without it.',
  },
} as const

/**
 * Chooses the sentences of a mail and makes what comes from elsewhere harmless.
 * @throws Error when the code or the link could not be ours
 */
export function verificationWords(email: VerificationMessage): VerificationWords {
  const { applicationName, purpose, code, link, requestedFrom, requestedAt, minutes } = email
  if (!/^[0-9A-Za-z]{4,12}$/.test(code)) throw new Error('A code for a mail has characters that codes do not have.')
  if (link !== null && !/^https?:$/.test(URL.parse(link)?.protocol ?? '')) throw new Error('A link for a mail is not an http URL.')
  const app = plainLine(applicationName, 60) || 'Latchkey'
  const { heading, place, label, warning } = wording[purpose]
  return {
    applicationName: app,
    heading: heading(app),
    code,
    instruction: `Enter this code ${place}. It expires in ${minutes} minutes.`,
    link: link === null ? null : { lead: 'Or open this link in the browser you started in:', label, url: URL.parse(link)!.href },
    facts: [['Device', deviceName(requestedFrom.userAgent)], ...addressFact(requestedFrom.ipAddress), ['Time', formatTime(requestedAt)]],
    warning,
    brand: email.brand ?? null,
    pages: pagesOf(email.brand),
  }
}

function pagesOf(brand: EmailBrand | undefined): VerificationWords['pages'] {
  const { supportEmail, termsUrl, privacyUrl } = brand ?? { supportEmail: null, termsUrl: null, privacyUrl: null }
  const all = [
    ['Help', supportEmail && `mailto:${supportEmail}`],
    ['Terms', termsUrl],
    ['Privacy', privacyUrl],
  ] as const
  return all.flatMap(([label, url]) => (url !== null && /^(?:https|mailto):$/.test(URL.parse(url)?.protocol ?? '') ? [{ label, url }] : []))
}

/** Proxies hand addresses on as they please, so only what looks like one is shown; and not every application knows one. */
function addressFact(ipAddress: string | null): readonly (readonly [name: string, value: string])[] {
  return ipAddress !== null && /^[\da-f.:]{3,45}$/i.test(ipAddress) ? [['IP address', ipAddress]] : []
}

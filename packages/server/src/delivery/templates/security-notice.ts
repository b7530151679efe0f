import { deviceName } from '../../domain/device.ts'
import { plainLine } from '../plain-line.ts'
import { emailApart, emailFacts, emailFrame, emailHeading, emailSmallPrint, emailText } from './email-frame.ts'
import { formatTime } from './format-time.ts'
import type { RenderedEmail } from './verification-email.ts'

/** What a person is told about their account that they may not have done themselves. */
export type Notice = 'new_device' | 'address_added' | 'address_removed' | 'primary_address_changed' | 'account_deleted'

/** An email about something that happened to an account. It asks for nothing and holds no secret. */
export interface SecurityNotice {
  readonly notice: Notice
  readonly applicationName: string
  /** The address it is about, where it is about one. */
  readonly address: string | null
  readonly from: { readonly ipAddress: string | null; readonly userAgent: string | null }
  /** Epoch milliseconds. */
  readonly at: number
}

interface Words {
  readonly heading: (app: string) => string
  readonly happened: (app: string, address: string) => string
  readonly otherwise: (app: string) => string
}

const signOut = (app: string) => `If this wasn’t you, sign in to ${app}, open your account and sign out the devices you don’t know.`

const wording: { readonly [Name in Notice]: Words } = {
  new_device: {
    heading: (app) => `New sign-in to ${app}`,
    happened: (app) => `Somebody signed in to your ${app} account on a device that hasn’t been used with it before.`,
    otherwise: signOut,
  },
  address_added: {
    heading: (app) => `Email added to your ${app} account`,
    happened: (app, address) => `${address} was added to your ${app} account and can now be used to sign in.`,
    otherwise: (app) =>
      `If this wasn’t you, sign in to ${app}, remove that email from your account and sign out the devices you don’t know.`,
  },
  address_removed: {
    heading: (app) => `Email removed from your ${app} account`,
    happened: (app, address) => `${address} was removed from your ${app} account and can no longer be used to sign in.`,
    otherwise: signOut,
  },
  primary_address_changed: {
    heading: (app) => `Primary email of your ${app} account changed`,
    happened: (app, address) => `${address} is now the primary email of your ${app} account.`,
    otherwise: signOut,
  },
  account_deleted: {
    heading: (app) => `Your ${app} account was deleted`,
    happened: (app) => `Your ${app} account was deleted with everything in it. This can’t be undone.`,
    otherwise: (app) => `If this wasn’t you, contact ${app} right away.`,
  },
}

/** The email of a notice: what happened, from where and when, and what to do if it was somebody else. */
export function renderSecurityNotice({ notice, applicationName, address, from, at }: SecurityNotice): RenderedEmail {
  const app = plainLine(applicationName, 60) || 'Latchkey'
  const { heading, happened, otherwise } = wording[notice]
  const place = from.ipAddress !== null && /^[\da-f.:]{3,45}$/i.test(from.ipAddress) ? [['IP address', from.ipAddress] as const] : []
  // Nothing is known of where it was done when the people of the application did it.
  const device = from.ipAddress === null && from.userAgent === null ? [] : [['Device', deviceName(from.userAgent)] as const]
  const facts = [...device, ...place, ['Time', formatTime(at)] as const]
  const [what, then] = [happened(app, plainLine(address ?? '', 254)), otherwise(app)]
  return {
    subject: heading(app),
    text: [heading(app), '', what, '', ...facts.map(([name, value]) => `${name}: ${value}`), '', then, ''].join('\n'),
    html: html(heading(app), what, facts, then),
  }
}

/** As plain as the emails with a code, so that all of an application look alike. There is no link to be phished by. */
function html(heading: string, what: string, facts: readonly (readonly [string, string])[], then: string): string {
  return emailFrame({
    title: heading,
    card: emailHeading(heading, 16) + emailText(what) + emailSmallPrint(emailFacts(facts)) + emailApart(emailText(then, 0)),
  })
}

import type { Language } from '@latchkey/words'
import { plainLine } from '../plain-line.ts'
import type { RenderedEmail } from '../message.ts'
import { emailApart, emailFrame, emailHeading, emailLines, emailSmallPrint, emailText } from './email-frame.ts'
import { type Requester, requesterLines } from './requester-lines.ts'

/** What a person is told about their account that they may not have done themselves. */
export type Notice = keyof Language['messages']['email']['notices']

/** An email about something that happened to an account. It asks for nothing and holds no secret. */
export interface SecurityNotice {
  readonly notice: Notice
  readonly applicationName: string
  /** The address it is about, where it is about one. */
  readonly address: string | null
  readonly from: Requester
  /** Epoch milliseconds. */
  readonly at: number
}

/**
 * The email of a notice: what happened, from where and when, and what to do if it was somebody else. It is as plain as the emails with a
 * code, so that all of an application look alike. There is no link to be phished by.
 */
export function renderSecurityNotice({ notice, applicationName, address, from, at }: SecurityNotice, language: Language): RenderedEmail {
  const app = plainLine(applicationName, 60) || 'Latchkey'
  const words = language.messages.email.notices[notice]
  const [heading, what, then] = [words.heading(app), words.happened(app, plainLine(address ?? '', 254)), words.otherwise(app)]
  // Nothing is known of where it was done when the people of the application did it.
  const unknown = from.ipAddress === null && from.userAgent === null
  const facts = requesterLines(from, at, language).slice(unknown ? -1 : 0)
  return {
    subject: heading,
    text: [heading, '', what, '', ...facts, '', then, ''].join('\n'),
    html: emailFrame({
      lang: language.tag,
      title: heading,
      card: emailHeading(heading, 16) + emailText(what) + emailSmallPrint(emailLines(facts)) + emailApart(emailText(then, 0)),
    }),
  }
}

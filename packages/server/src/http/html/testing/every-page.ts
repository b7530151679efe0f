import { type Language, LANGUAGES } from '@latchkey/words'
import { errorPage, notFoundPage } from '../error-page.ts'
import { homePage } from '../home-page.ts'
import {
  hostedCodePage,
  hostedSecondStepPage,
  hostedSignedInPage,
  hostedStartPage,
  hostedTicketPage,
  hostedUserPage,
} from '../hosted-pages.ts'
import { type Identity, identityStyle } from '../identity.ts'
import { type InboxMail, inboxPage } from '../inbox-page.ts'
import { linkDonePage, linkElsewherePage, linkProblemPage } from '../link-pages.ts'

/** A mail with `text` wherever a text can be. */
export function aMail(text: string, id = 'msg_1'): InboxMail {
  return { id, to: text, subject: text, text, html: `<p>${text}</p>`, code: text, link: text, createdAt: 1_800_000_000_000 }
}

/** The colors of an application. */
export const IDENTITY_STYLE = identityStyle({
  light: { primary: '#e11d48', foreground: '#ffffff' },
  dark: { primary: '#fb7185', foreground: '#000000' },
})

/** Every page, with `text` wherever something that is not ours can stand. */
export function everyPage(text: string, language: Language = LANGUAGES.en): Readonly<Record<string, string>> {
  const identity: Identity = {
    logoUrl: text,
    style: { text: IDENTITY_STYLE, source: 'sha256-x' },
    supportEmail: text,
    termsUrl: text,
    privacyUrl: text,
  }
  const whose = { identity, applicationName: text }
  const hosted = { ...whose, action: text, hidden: { [text]: text } }
  const inbox = { mails: [aMail(text), aMail(text, 'msg_0')], selected: aMail(text), path: '/inbox', feed: '/feed' } as const
  const requestedFrom = { browser: text, type: text, ipAddress: text }
  const elsewhere = { ...whose, code: text, requestedFrom, requestedAt: 1_800_000_000_000, minutesLeft: 8 }
  const code = { ...hosted, emailAddress: text, resendAction: text, changeUrl: text, withLink: true }
  const user = {
    ...hosted,
    name: text,
    values: { first_name: text, last_name: text },
    names: { first: 'required', last: 'optional', username: 'optional' },
    continueUrl: text,
    signOutAction: text,
  } as const
  const development = { name: text, type: 'development', publishableKey: text, frontendApiUrl: text } as const
  const home = { url: text, inboxUrl: text, version: text, command: text }
  const problems = ['expired', 'used', 'invalid', 'failed'] as const
  const purposes = ['sign_in', 'sign_up', 'identification'] as const
  return {
    ...Object.fromEntries(
      purposes.map((purpose) => [`linkElsewhere ${purpose}`, linkElsewherePage({ ...elsewhere, purpose }, language)] as const),
    ),
    linkDone: linkDonePage({ ...whose, continueUrl: text }, language),
    ...Object.fromEntries(problems.map((problem) => [`link ${problem}`, linkProblemPage({ ...whose, problem }, language)] as const)),
    signIn: hostedStartPage({ ...hosted, mode: 'sign_in', otherUrl: text, error: { param: 'email_address', text } }, language),
    signUp: hostedStartPage(
      {
        ...hosted,
        mode: 'sign_up',
        otherUrl: text,
        values: { email_address: text, first_name: text, last_name: text },
        error: { param: null, text },
      },
      language,
    ),
    code: hostedCodePage({ ...code, resendIn: 0, sentAgain: true, error: { param: 'code', text } }, language),
    codeEarly: hostedCodePage({ ...code, resendIn: 7 }, language),
    signedIn: hostedSignedInPage(
      { ...whose, name: text, continueUrl: text, accountUrl: text, signOutAction: text, hidden: { a: text } },
      language,
    ),
    user: hostedUserPage(
      {
        ...user,
        addresses: [
          { address: text, primary: true, proven: true },
          { address: text, primary: false, proven: false },
        ],
        saved: true,
        error: { param: 'first_name', text },
      },
      language,
    ),
    hostedSecondStep: hostedSecondStepPage({ ...whose, signInUrl: text, byLink: true }, language),
    ticket: hostedTicketPage({ ...whose, action: text, hidden: { a: text }, again: true }, language),
    home: homePage({ ...home, applications: [development, { ...development, type: 'production' }] }, language),
    homeEmpty: homePage({ ...home, applications: [] }, language),
    error: errorPage({ ...whose, title: text, sentence: text, remedy: text, traceId: text }, language),
    notFound: notFoundPage(language),
    inbox: inboxPage({ ...inbox, selected: null, view: 'html' }, language),
    inboxMail: inboxPage({ ...inbox, view: 'html' }, language),
    inboxText: inboxPage({ ...inbox, view: 'text' }, language),
    inboxEmpty: inboxPage({ ...inbox, mails: [], selected: null, view: 'html' }, language),
  }
}

import { errorPage, notFoundPage } from '../error-page.ts'
import { homePage } from '../home-page.ts'
import { hostedCodePage } from '../hosted-code-page.ts'
import { hostedSecondStepPage } from '../hosted-second-step-page.ts'
import { hostedSignedInPage } from '../hosted-signed-in-page.ts'
import { hostedStartPage } from '../hosted-start-page.ts'
import { hostedUserPage } from '../hosted-user-page.ts'
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
export function everyPage(text: string): Readonly<Record<string, string>> {
  const identity: Identity = {
    logoUrl: text,
    style: { text: IDENTITY_STYLE, source: 'sha256-x' },
    supportEmail: text,
    termsUrl: text,
    privacyUrl: text,
  }
  const hosted = { identity, applicationName: text, action: text, hidden: { [text]: text } }
  const inbox = { mails: [aMail(text), aMail(text, 'msg_0')], selected: aMail(text), path: '/inbox', feed: '/feed' } as const
  return {
    linkElsewhere: linkElsewherePage({
      identity,
      applicationName: text,
      code: text,
      requestedFrom: { device: text, ipAddress: text },
      requestedAt: 1_800_000_000_000,
      minutesLeft: 8,
      purpose: 'sign_in',
    }),
    linkDone: linkDonePage({ identity, applicationName: text, continueUrl: text }),
    linkProblem: linkProblemPage({ identity, applicationName: text, problem: 'used' }),
    signIn: hostedStartPage({ ...hosted, mode: 'sign_in', otherUrl: text, error: { param: 'email_address', text } }),
    signUp: hostedStartPage({
      ...hosted,
      mode: 'sign_up',
      otherUrl: text,
      values: { email_address: text, first_name: text, last_name: text },
      error: { param: null, text },
    }),
    code: hostedCodePage({
      ...hosted,
      emailAddress: text,
      resendAction: text,
      changeUrl: text,
      resendAvailable: true,
      withLink: true,
      notice: text,
      error: { param: 'code', text },
    }),
    signedIn: hostedSignedInPage({
      identity,
      applicationName: text,
      name: text,
      continueUrl: text,
      accountUrl: text,
      signOutAction: text,
      hidden: { a: text },
    }),
    user: hostedUserPage({
      ...hosted,
      name: text,
      values: { first_name: text, last_name: text },
      names: { first: 'required', last: 'optional' },
      addresses: [
        { address: text, primary: true, proven: true },
        { address: text, primary: false, proven: false },
      ],
      continueUrl: text,
      signOutAction: text,
      notice: text,
      error: { param: 'first_name', text },
    }),
    hostedSecondStep: hostedSecondStepPage({ identity, applicationName: text, signInUrl: text, byLink: true }),
    home: homePage({
      url: text,
      inboxUrl: text,
      version: text,
      command: text,
      applications: [{ name: text, type: 'development', publishableKey: text, frontendApiUrl: text }],
    }),
    homeEmpty: homePage({ url: text, inboxUrl: text, version: text, command: text, applications: [] }),
    error: errorPage({ identity, title: text, sentence: text, remedy: text, applicationName: text, traceId: text }),
    notFound: notFoundPage(),
    inbox: inboxPage({ ...inbox, selected: null, view: 'html' }),
    inboxMail: inboxPage({ ...inbox, view: 'html' }),
    inboxText: inboxPage({ ...inbox, view: 'text' }),
    inboxEmpty: inboxPage({ ...inbox, mails: [], selected: null, view: 'html' }),
  }
}

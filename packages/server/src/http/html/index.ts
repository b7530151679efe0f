export { errorPage, notFoundPage, type PageError } from './error-page.ts'
export { homePage } from './home-page.ts'
export type { Home, HomeApplication } from './home-page.ts'
export {
  type AskedNames,
  hostedCodePage,
  hostedSecondStepPage,
  hostedSignedInPage,
  hostedStartPage,
  hostedTicketPage,
  hostedUserPage,
} from './hosted-pages.ts'
export { identityStyle } from './identity.ts'
export type { Identity } from './identity.ts'
export { type Inbox, INBOX_CSP, INBOX_FRAME_CSP, inboxFrame, type InboxMail, inboxPage } from './inbox-page.ts'
export { drawnPage, PAGE_CSP, pageCsp } from './layout.ts'
export { linkDonePage, type LinkElsewhere, linkElsewherePage, type LinkProblem, linkProblemPage } from './link-pages.ts'
export type { FormError } from './plain-page.ts'

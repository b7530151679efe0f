import { serveAsset } from '../assets/serve-asset.ts'
import type { Mounted } from '../route.ts'
import { home } from './home.ts'
import { codePage, enterCode, resendCode } from './hosted/code.ts'
import { type Mode, SIGN_IN, SIGN_UP } from './hosted/mode.ts'
import { goOn } from './hosted/onwards.ts'
import { signOut } from './hosted/signed-in-session.ts'
import { begin, startPage } from './hosted/start.ts'
import { useTicket } from './hosted/ticket.ts'
import { renameUser, userPage } from './hosted/user.ts'
import { inbox, inboxMail } from './inbox.ts'
import { asset, page, serverPage } from './page.ts'

const hosted = (mode: Mode): readonly Mounted[] => [
  page('GET', mode.path, startPage(mode)),
  page('POST', mode.path, begin(mode), mode.bucket),
  page('GET', `${mode.path}/continue`, goOn(mode)),
  page('GET', `${mode.path}/code`, codePage(mode)),
  page('POST', `${mode.path}/code`, enterCode(mode), 'attempt'),
  page('POST', `${mode.path}/resend`, resendCode(mode), mode.bucket),
]

/** What people look at: the server's own pages, and the hosted sign-in and sign-up of each instance. */
export const pages: readonly Mounted[] = [
  serverPage('/', home),
  serverPage('/inbox', inbox),
  serverPage('/inbox/:message_id', inbox),
  serverPage('/inbox/:message_id/frame', inboxMail),
  ...hosted(SIGN_IN),
  page('POST', '/sign-in/ticket', useTicket, SIGN_IN.bucket),
  ...hosted(SIGN_UP),
  asset('/assets/:name', serveAsset),
  page('GET', '/user', userPage),
  page('POST', '/user', renameUser, 'write'),
  page('POST', '/sign-out', signOut, 'write'),
]

import type { FrontendCall } from '../../actions/call.ts'
import { instanceSuffix } from '../../actions/instance/instance-suffix.ts'
import { newId, type Ports } from '../../actions/ports.ts'
import { readCookie } from '../request/read-cookie.ts'
import { cookie } from './cookie.ts'

const year = 365 * 24 * 60 * 60

/**
 * The readable cookies by which SDKs know a browser on development instances, where it has none yet. Their scripts do not build a URL of
 * another origin without one, that of the hosted pages for instance, and servers of theirs send a visitor round by a handshake for it.
 * It holds a name that means nothing here: what a browser may do hangs on its client cookie alone.
 * @param sent the request's own cookies
 */
export function devBrowserCookies(
  ports: Pick<Ports, 'clock' | 'random' | 'publicUrl'>,
  call: Pick<FrontendCall, 'instance' | 'base' | 'firstParty'>,
  sent: string | null,
): readonly string[] {
  const { instance, base, firstParty } = call
  if (instance.type !== 'development' || firstParty) return []
  const names = [`__clerk_db_jwt_${instanceSuffix(instance, ports.publicUrl)}`, '__clerk_db_jwt']
  if (readCookie(sent, names[0]!) !== null) return []
  const value = newId(ports, 'dev_browser')
  return names.map((name) => cookie(name, value, { maxAge: year, secure: base.startsWith('https:'), httpOnly: false }))
}

import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import type { FrontendCall } from '../call.ts'
import { liveSessions } from '../client/blocking-session.ts'
import type { Ports } from '../ports.ts'

/**
 * The session a request acts for: the one it names when that is a live one of its client, else the last active one.
 * @throws Refusal `signed_out`
 */
export async function requireSession(ports: Pick<Ports, 'storage' | 'clock'>, call: FrontendCall, named: string | null): Promise<Session> {
  const live = await liveSessions(ports, call)
  const wanted = named ?? call.client?.lastActiveSessionId
  const session = live.find(({ id }) => id === wanted) ?? (named === null ? live[0] : undefined)
  if (session === undefined) throw new Refusal('signed_out')
  return session
}

import { isLive, type Session } from '../../domain/session.ts'
import { listSessionsOfClient } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'

/** The live sessions of the caller's client. */
export async function liveSessions(ports: Pick<Ports, 'clock'>, call: FrontendCall): Promise<readonly Session[]> {
  if (call.client === null || call.client.lastActiveSessionId === null) return []
  const { inactivityMs } = call.instance.settings.session
  const active = await listSessionsOfClient(call.scope, call.client.id, { status: 'active' })
  return active.filter((session) => isLive(session, ports.clock.now(), inactivityMs))
}

/** The session that stands in the way of another: the first live one where only one is allowed. */
export function blockingSession(call: FrontendCall, live: readonly Session[]): string | null {
  return call.instance.settings.session.single ? (live[0]?.id ?? null) : null
}

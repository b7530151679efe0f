import type { Session } from '../../domain/session.ts'
import { listSessionsOfClient } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { noteExpired } from '../session/note-expired.ts'

/** The live sessions of the caller's client. */
export async function liveSessions(ports: Pick<Ports, 'storage' | 'clock'>, call: FrontendCall): Promise<readonly Session[]> {
  if (call.client === null || call.client.lastActiveSessionId === null) return []
  return noteExpired(ports, call, await listSessionsOfClient(call.scope, call.client.id, { status: 'active' }))
}

/** The session that stands in the way of another: the first live one where only one is allowed. */
export function blockingSession(call: FrontendCall, live: readonly Session[]): string | null {
  return call.instance.settings.session.single ? (live[0]?.id ?? null) : null
}

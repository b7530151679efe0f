import type { Session } from '../../domain/session.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { noteExpired } from '../session/note-expired.ts'

/** Writes down the end of sessions that an operator is shown as expired. */
export async function noteListed(ports: Pick<Ports, 'storage' | 'clock'>, call: BackendCall, sessions: readonly Session[]): Promise<void> {
  const now = ports.clock.now()
  await noteExpired(
    ports,
    call,
    sessions.filter(({ expireAt }) => expireAt <= now),
  )
}

import { isLive, type Session } from '../../domain/session.ts'
import { endSession } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'

/** Writes down that a session is over once that is seen: a clock set back does not bring it to life. Writes nothing for any other. */
export async function noteExpired(
  ports: Pick<Ports, 'storage' | 'clock'>,
  { instance }: Pick<FrontendCall, 'instance'>,
  session: Session,
): Promise<void> {
  const now = ports.clock.now()
  if (session.status !== 'active' || isLive(session, now, instance.settings.session.inactivityMs)) return
  await ports.storage.transaction((db) => endSession({ db, instanceId: instance.id }, session.id, { to: 'expired', now }))
}

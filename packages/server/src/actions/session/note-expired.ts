import type { Instance } from '../../domain/instance.ts'
import { isLive, type Session } from '../../domain/session.ts'
import { endSession, type InstanceScope } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { writeIn } from '../write-in.ts'

/** What of a call is needed. */
interface Of {
  readonly instance: Pick<Instance, 'settings'>
  readonly scope: InstanceScope
}

/**
 * Writes down which sessions are over, once that is seen: a clock set back does not bring them to life. Writes nothing for any other.
 * @returns those that are live
 */
export async function noteExpired(
  ports: Pick<Ports, 'storage' | 'clock'>,
  { instance, scope }: Of,
  sessions: readonly Session[],
): Promise<readonly Session[]> {
  const now = ports.clock.now()
  const { inactivityMs } = instance.settings.session
  const over = sessions.filter((session) => session.status === 'active' && !isLive(session, now, inactivityMs))
  if (over.length > 0)
    await writeIn(ports, scope, async (writing) => {
      for (const { id } of over) await endSession(writing, id, { to: 'expired', now })
    })
  return sessions.filter((session) => isLive(session, now, inactivityMs))
}

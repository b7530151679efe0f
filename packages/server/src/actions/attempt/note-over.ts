import { type Attempt, type AttemptKind, isOver, isSpent, verificationsIn } from '../../domain/attempt.ts'
import { abandonAttempt, burnExpiredVerification, type InstanceScope } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { writeIn } from '../write-in.ts'

/**
 * Writes down that an attempt, or a code and link of it, are over once that is seen: a clock set back does not bring them to life. Writes
 * nothing for any other. An address that is being added waits for its user until it is cleared up, so of that only the code is over.
 */
export async function noteOver<Kind extends AttemptKind>(
  ports: Pick<Ports, 'storage' | 'clock'>,
  scope: InstanceScope,
  attempt: Attempt<Kind> | null,
): Promise<void> {
  if (attempt === null || attempt.status !== 'open') return
  const now = ports.clock.now()
  const given = attempt.kind !== 'identification' && isOver(attempt, now)
  const spent = verificationsIn(attempt).filter(([, verification]) => verification.secret !== null && isSpent(verification, now))
  if (!given && spent.length === 0) return
  await writeIn(ports, scope, async (writing) => {
    if (given) await abandonAttempt(writing, { id: attempt.id, version: attempt.version, now })
    for (const [slot] of spent) await burnExpiredVerification(writing, { attemptId: attempt.id, slot, now })
  })
}

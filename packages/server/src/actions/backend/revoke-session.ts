import type { Session } from '../../domain/session.ts'
import { endSession } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { inTransaction } from './in-transaction.ts'
import { requireSession } from './require-session.ts'

/** Ends a session. One that has ended stays as it ended, and asking again is no error. @throws Refusal `resource_not_found` */
export async function revokeSession(ports: Pick<Ports, 'storage' | 'clock' | 'random'>, call: BackendCall, id: string): Promise<Session> {
  return inTransaction(ports, call, async (scope) => {
    const { userId } = await requireSession(scope, id)
    const ended = await endSession(scope, id, { to: 'revoked', now: ports.clock.now() })
    if (ended) await record(ports, scope, keyOf(call), { type: 'session.revoked', userId, detail: { sessionIds: [id] } })
    return requireSession(scope, id)
  })
}

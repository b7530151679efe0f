import type { Session } from '../../domain/session.ts'
import { endSession } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { auditOperator } from './audit.ts'
import { inTransaction } from './in-transaction.ts'
import { requireSession } from './require-session.ts'

/** Ends a session. One that has ended stays as it ended, and asking again is no error. @throws Refusal `resource_not_found` */
export async function revokeSession(ports: Pick<Ports, 'storage' | 'clock' | 'random'>, call: BackendCall, id: string): Promise<Session> {
  return inTransaction(ports, call, async (scope) => {
    const { userId } = await requireSession(scope, id)
    const ended = await endSession(scope, id, { to: 'revoked', now: ports.clock.now() })
    if (ended) await auditOperator(ports, call, scope, { type: 'session.revoked', userId, detail: { sessionId: id } })
    return requireSession(scope, id)
  })
}

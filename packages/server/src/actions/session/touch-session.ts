import { Refusal } from '../../domain/refusal.ts'
import { touchSession as touch, updateClient, updateUser } from '../../storage/index.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { requireMintable } from './mintable.ts'

/** Marks a session as the one in use. Never brings an ended one back. @throws Refusal `signed_out`, `resource_not_found` */
export async function touchSession(ports: Pick<Ports, 'storage' | 'clock'>, call: FrontendCall, sessionId: string): Promise<ClientOutcome> {
  const { client, session } = await requireMintable(ports, call, sessionId)
  const now = ports.clock.now()
  await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const activity = { ipAddress: call.caller.ipAddress, userAgent: call.caller.userAgent }
    if (!(await touch(scope, sessionId, { now, activity }))) throw new Refusal('resource_not_found')
    if (client.lastActiveSessionId !== sessionId) {
      // A token that was replaced meanwhile chooses nothing any more.
      if (!(await updateClient(scope, client, { lastActiveSessionId: sessionId }))) throw new Refusal('signed_out')
    }
    // A minute's grain is enough for 'last active' and spares a write on every focus of a tab.
    if (session.lastActiveAt + 60_000 < now) await updateUser(scope, session.userId, { lastActiveAt: now }, now)
  })
  return { client: { ...client, lastActiveSessionId: sessionId }, newToken: null }
}

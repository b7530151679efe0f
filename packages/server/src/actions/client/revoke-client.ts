import type { Client } from '../../domain/client.ts'
import type { Instance } from '../../domain/instance.ts'
import { endSessionsOfClient, updateClient } from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { Caller } from '../call.ts'
import type { Ports } from '../ports.ts'

/** A client whose replaced token came back. */
export interface Replay {
  readonly instance: Instance
  readonly client: Client
  readonly caller: Caller
}

/**
 * Ends everything on a client whose replaced token came back after its grace. A browser never sends one: it has the new token, or it
 * lost the answer that held it and with it everything on this client. So somebody has a copy, and which of the two is honest nobody
 * can say. It happens once; a token that was replayed is known no more.
 * @see RFC 9700, section 4.14.2
 */
export async function revokeClient(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  { instance, client, caller }: Replay,
): Promise<void> {
  await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: instance.id }
    const nobody = {
      tokenHash: `revoked:${ports.clock.now()}`,
      prevTokenHash: null,
      prevUntil: null,
      lastActiveSessionId: null,
      signInId: null,
      signUpId: null,
    }
    if (!(await updateClient(scope, client, nobody))) return
    const ended = await endSessionsOfClient(scope, client.id, { to: 'revoked', now: ports.clock.now() })
    const source = visitorOf({ client, caller })
    const users = [...Map.groupBy(ended, (session) => session.userId)]
    const events = users.map(
      ([userId, sessions]) => ({ type: 'client.token_replayed', userId, detail: { sessionIds: sessions.map(({ id }) => id) } }) as const,
    )
    await record(
      ports,
      scope,
      source,
      ...(events.length > 0 ? events : [{ type: 'client.token_replayed', userId: null, detail: { sessionIds: [] } } as const]),
    )
  })
}

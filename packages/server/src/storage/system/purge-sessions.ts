import type { Retention } from '../../domain/limits.ts'
import { hot } from '../hot.ts'
import type { SessionRow } from '../schema.ts'
import type { SystemScope } from '../scope.ts'

const deleteSession = hot<{ instanceId: string; id: string }>((db, p) =>
  db.deleteFrom('sessions').where('instance_id', '=', p('instanceId')).where('id', '=', p('id')),
)

const deleteClient = hot<{ instanceId: string; id: string; before: number }>((db, p) =>
  db
    .deleteFrom('clients')
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('updated_at', '<', p('before'))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('sessions').select('id').where('instance_id', '=', p('instanceId')).where('client_id', '=', p('id')))),
    ),
)

/** Deletes sessions that have been over for long enough, and the clients that these were the last of. Answers how many rows went. */
export async function purgeSessions(
  { db }: SystemScope,
  { now, limit, retention }: { readonly now: number; readonly limit: number; readonly retention: Retention },
): Promise<number> {
  const sessions: Pick<SessionRow, 'instance_id' | 'id' | 'client_id'>[] = await db.kysely
    .selectFrom('sessions')
    .select(['instance_id', 'id', 'client_id'])
    .where('expire_at', '<', now - retention.sessionsMs)
    .orderBy('expire_at')
    .limit(limit)
    .$if(db.dialect === 'postgres', (query) => query.forUpdate().skipLocked())
    .execute()
  let purged = 0
  for (const { instance_id: instanceId, id, client_id: clientId } of sessions) {
    purged += await deleteSession.run(db, { instanceId, id })
    purged += await deleteClient.run(db, { instanceId, id: clientId, before: now - retention.clientsMs })
  }
  return purged
}

/** Where a walk over the clients, oldest change first, has come to. */
export interface ClientCursor {
  readonly updatedAt: number
  readonly instanceId: string
  readonly id: string
}

/**
 * Looks at the next clients that did not change for long enough, and deletes those without a session. One that has sessions goes with
 * the last of these, so that no walk has to look at it again.
 * @returns where to go on, `null` when there are no more of that age
 */
export async function purgeIdleClients(
  { db }: SystemScope,
  {
    now,
    limit,
    retention,
    after,
  }: { readonly now: number; readonly limit: number; readonly retention: Retention; readonly after: ClientCursor | null },
): Promise<{ readonly purged: number; readonly after: ClientCursor | null }> {
  const before = now - retention.clientsMs
  const rows = await db.kysely
    .selectFrom('clients')
    .select(['updated_at', 'instance_id', 'id'])
    .where('updated_at', '<', before)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('updated_at', 'instance_id', 'id'), '>', tuple(after!.updatedAt, after!.instanceId, after!.id)),
      ),
    )
    .orderBy('updated_at')
    .orderBy('instance_id')
    .orderBy('id')
    .limit(limit)
    .execute()
  let purged = 0
  for (const { instance_id: instanceId, id } of rows) purged += await deleteClient.run(db, { instanceId, id, before })
  const last = rows.at(-1)
  return { purged, after: last === undefined ? null : { updatedAt: last.updated_at, instanceId: last.instance_id, id: last.id } }
}

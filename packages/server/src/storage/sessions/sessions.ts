import { sql } from 'kysely'
import type { Activity, Session, SessionStatus } from '../../domain/session.ts'
import { hot, hotInsert } from '../hot.ts'
import type { SessionRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

const findSessionQuery = hot<{ instanceId: string; id: string }, SessionRow>((db, p) =>
  db.selectFrom('sessions').selectAll().where('instance_id', '=', p('instanceId')).where('id', '=', p('id')),
)

/** The session of an id, ended ones too. */
export async function findSession(scope: InstanceScope, id: string): Promise<Session | null> {
  const row = await findSessionQuery.first(scope.db, { instanceId: scope.instanceId, id })
  return row && toSession(row)
}

const insertSessionQuery = hotInsert('sessions')

/** Adds a session; its user exists already. */
export async function insertSession(scope: InstanceScope, session: Session): Promise<void> {
  await insertSessionQuery.run(scope.db, fromSession(scope, session))
}

interface Params {
  instanceId: string
  id: string
  now: number
  ipAddress: string | null
  userAgent: string | null
}

const touchSessionQuery = hot<Params>((db, p) =>
  db
    .updateTable('sessions')
    .set({
      last_active_at: sql<number>`case when last_active_at > ${p('now')} then last_active_at else ${p('now')} end`,
      updated_at: p('now'),
      ip_address: p('ipAddress'),
      user_agent: p('userAgent'),
    })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'active')
    .where('expire_at', '>', p('now')),
)

/** Notes that a session is in use, and from where. Only a live one: touching never brings a session back. */
export async function touchSession(
  scope: InstanceScope,
  id: string,
  touch: { readonly now: number; readonly activity: Activity },
): Promise<boolean> {
  const { ipAddress, userAgent } = touch.activity
  return (await touchSessionQuery.run(scope.db, { instanceId: scope.instanceId, id, now: touch.now, ipAddress, userAgent })) > 0
}

const reverifySessionQuery = hot<{ instanceId: string; id: string; now: number; first: number | null; second: number | null }>((db, p) =>
  db
    .updateTable('sessions')
    .set({
      fva1_at: sql<number | null>`coalesce(${p('first')}, fva1_at)`,
      fva2_at: sql<number | null>`coalesce(${p('second')}, fva2_at)`,
      updated_at: p('now'),
    })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'active')
    .where('expire_at', '>', p('now')),
)

/** Notes when the factors of a session were proven anew; `null` leaves one as it was. False when the session is over. */
export async function reverifySession(
  scope: InstanceScope,
  id: string,
  proven: { readonly firstFactorAt: number | null; readonly secondFactorAt: number | null; readonly now: number },
): Promise<boolean> {
  const { firstFactorAt: first, secondFactorAt: second, now } = proven
  return (await reverifySessionQuery.run(scope.db, { instanceId: scope.instanceId, id, now, first, second })) > 0
}

const endSessionQuery = hot<{ instanceId: string; id: string; to: string; now: number }>((db, p) =>
  db
    .updateTable('sessions')
    .set({ status: p('to'), updated_at: p('now') })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('status', '=', 'active'),
)

/** Ends an active session; false when it had ended already, and then nothing changes. */
export async function endSession(
  scope: InstanceScope,
  id: string,
  how: { readonly to: SessionStatus; readonly now: number },
): Promise<boolean> {
  return (await endSessionQuery.run(scope.db, { instanceId: scope.instanceId, id, to: how.to, now: how.now })) > 0
}

const endSessionsOfClientQuery = hot<{ instanceId: string; clientId: string; to: string; now: number }, SessionRow>((db, p) =>
  db
    .updateTable('sessions')
    .set({ status: p('to'), updated_at: p('now') })
    .where('instance_id', '=', p('instanceId'))
    .where('client_id', '=', p('clientId'))
    .where('status', '=', 'active')
    .returningAll(),
)

/** Ends every active session of a client. Answers those it ended. */
export async function endSessionsOfClient(
  scope: InstanceScope,
  clientId: string,
  how: { readonly to: SessionStatus; readonly now: number },
): Promise<Session[]> {
  const rows = await endSessionsOfClientQuery.all(scope.db, { instanceId: scope.instanceId, clientId, to: how.to, now: how.now })
  return rows.map(toSession)
}

/** Ends every active session of a user but, when given, one. Answers those it ended. */
export async function endSessionsOfUser(
  scope: InstanceScope,
  userId: string,
  how: { readonly to: SessionStatus; readonly now: number; readonly exceptSessionId?: string },
): Promise<Session[]> {
  let query = scope.db.kysely
    .updateTable('sessions')
    .set({ status: how.to, updated_at: how.now })
    .where('instance_id', '=', scope.instanceId)
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
  if (how.exceptSessionId !== undefined) query = query.where('id', '!=', how.exceptSessionId)
  return (await query.returningAll().execute()).map(toSession)
}

/** A row as its domain object. */
export function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    clientId: row.client_id,
    userId: row.user_id,
    status: row.status as SessionStatus,
    expireAt: row.expire_at,
    abandonAt: row.abandon_at,
    lastActiveAt: row.last_active_at,
    firstFactorAt: row.fva1_at,
    secondFactorAt: row.fva2_at,
    activity: { ipAddress: row.ip_address, userAgent: row.user_agent },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** A domain object as its row. */
function fromSession(scope: InstanceScope, session: Session): SessionRow {
  return {
    instance_id: scope.instanceId,
    id: session.id,
    client_id: session.clientId,
    user_id: session.userId,
    status: session.status,
    expire_at: session.expireAt,
    abandon_at: session.abandonAt,
    last_active_at: session.lastActiveAt,
    fva1_at: session.firstFactorAt,
    fva2_at: session.secondFactorAt,
    ip_address: session.activity.ipAddress,
    user_agent: session.activity.userAgent,
    created_at: session.createdAt,
    updated_at: session.updatedAt,
  }
}

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { RETENTION, type Retention } from '../../domain/limits.ts'
import { deleteAttempt } from '../attempts/attempts.ts'
import type { SystemScope } from '../scope.ts'
import { purgeSessions } from './purge-sessions.ts'

/** What is deleted by its age alone: the table, the rest of its key, and the time that decides. */
const aging = [
  { table: 'counters', key: 'key', time: 'reset_at', kept: 'countersMs' },
  { table: 'one_time', key: 'id', time: 'expires_at', kept: 'oneTimeMs' },
  { table: 'outbox', key: 'id', time: 'finished_at', kept: 'outboxMs' },
  { table: 'inbox', key: 'id', time: 'created_at', kept: 'inboxMs' },
  { table: 'audit', key: 'id', time: 'created_at', kept: 'auditMs' },
  { table: 'revoked_keys', key: 'id', time: 'revoked_at', kept: 'revokedKeysMs' },
] as const

/** One batch of clearing up: at most `limit` rows of each kind, so that a transaction is short. */
export interface PurgeRun {
  readonly now: number
  readonly limit: number
  readonly retention?: Retention
}

/** Deletes what is over, and answers how many rows went: none when there is nothing left. */
export async function purgeExpired(scope: SystemScope, run: PurgeRun): Promise<number> {
  const retention = run.retention ?? RETENTION
  await expireMessages(scope, run)
  let purged = await purgeAttempts(scope, run, retention)
  purged += await purgeSessions(scope, { now: run.now, limit: run.limit, retention })
  for (const { table, key, time, kept } of aging) {
    const over = sql`${sql.ref(time)} < ${run.now - retention[kept]}`
    purged += await deleteChosen(scope, table, key, sql`${over} limit ${run.limit}`)
  }
  return purged + (await purgeProcesses(scope, run, retention))
}

async function purgeAttempts(scope: SystemScope, run: PurgeRun, { attemptsMs }: Retention): Promise<number> {
  const { kysely, dialect } = scope.db
  const attempts = await kysely
    .selectFrom('attempts')
    .select(['instance_id', 'id'])
    .where('abandon_at', '<', run.now - attemptsMs)
    .limit(run.limit)
    // Where several processes clear up, each passes over what another is at.
    .$if(dialect === 'postgres', (query) => query.forUpdate().skipLocked())
    .execute()
  for (const { instance_id: instanceId, id } of attempts) await deleteAttempt({ db: scope.db, instanceId }, id)
  return attempts.length
}

/** One that ends says so itself; one that was killed could not. There are a handful, and they belong to no instance. */
async function purgeProcesses({ db }: SystemScope, { now }: PurgeRun, { processesMs }: Retention): Promise<number> {
  const { numDeletedRows } = await db.kysely
    .deleteFrom('processes')
    .where('seen_at', '<', now - processesMs)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Materialized, because PostgreSQL may otherwise choose anew for every row and delete more than the limit. */
async function deleteChosen(scope: SystemScope, table: string, key: string, which: RawBuilder<unknown>): Promise<number> {
  const [name, column] = [sql.table(table), sql.ref(key)]
  const { numAffectedRows } = await sql`
    with chosen as materialized (select instance_id, ${column} from ${name} where ${which})
    delete from ${name} where (instance_id, ${column}) in (select instance_id, ${column} from chosen)
  `.execute(scope.db.kysely)
  return Number(numAffectedRows ?? 0n)
}

/** A message nobody could send in time holds a code that is no longer good: its content goes with it. */
async function expireMessages(scope: SystemScope, run: PurgeRun): Promise<void> {
  await sql`
    with late as materialized (
      select instance_id, id from outbox
      where status = 'due' and next_at <= ${run.now} and expires_at <= ${run.now} limit ${run.limit}
    )
    update outbox set status = 'failed', sealed = null, error = 'expired', finished_at = ${run.now}
    where (instance_id, id) in (select instance_id, id from late) and status = 'due'
  `.execute(scope.db.kysely)
}

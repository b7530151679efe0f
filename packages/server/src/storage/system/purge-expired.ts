import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { deleteAttempt } from '../attempts/delete-attempt.ts'
import type { SystemScope } from '../scope.ts'

/** How much longer than it works a thing stays, so that whoever asks is told what became of it. */
const keepMs = 24 * 60 * 60 * 1000
const keepMessagesMs = 7 * keepMs

/** What is deleted by its age alone: the table, the rest of its key, and the time that decides. */
const aging = [
  { table: 'counters', key: 'key', time: 'reset_at', keptMs: 0 },
  { table: 'one_time', key: 'id', time: 'expires_at', keptMs: keepMs },
  { table: 'outbox', key: 'id', time: 'finished_at', keptMs: keepMessagesMs },
  { table: 'inbox', key: 'id', time: 'created_at', keptMs: keepMessagesMs },
] as const

/**
 * Deletes what is over, at most `limit` rows of each kind in a run, so that a clock that jumped cannot take everything at
 * once. Nothing depends on it: whatever expires is judged when it is read. Answers how many rows went.
 */
export async function purgeExpired(scope: SystemScope, run: { readonly now: number; readonly limit: number }): Promise<number> {
  await expireMessages(scope, run)
  let purged = await purgeAttempts(scope, run)
  for (const { table, key, time, keptMs } of aging) {
    const over = sql`${sql.ref(time)} < ${run.now - keptMs}`
    purged += await deleteChosen(scope, table, key, sql`${over} limit ${run.limit}`)
  }
  return purged
}

async function purgeAttempts(scope: SystemScope, run: { readonly now: number; readonly limit: number }): Promise<number> {
  const { kysely } = scope.db
  const attempts = await kysely
    .selectFrom('attempts')
    .select(['instance_id', 'id'])
    .where('abandon_at', '<', run.now - keepMs)
    .limit(run.limit)
    .execute()
  for (const { instance_id: instanceId, id } of attempts) await deleteAttempt({ db: scope.db, instanceId }, id)
  return attempts.length
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
async function expireMessages(scope: SystemScope, run: { readonly now: number; readonly limit: number }): Promise<void> {
  await sql`
    with late as materialized (
      select instance_id, id from outbox
      where status = 'due' and next_at <= ${run.now} and expires_at <= ${run.now} limit ${run.limit}
    )
    update outbox set status = 'failed', sealed = null, error = 'expired', finished_at = ${run.now}
    where (instance_id, id) in (select instance_id, id from late) and status = 'due'
  `.execute(scope.db.kysely)
}

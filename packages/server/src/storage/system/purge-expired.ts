import { sql } from 'kysely'
import type { SystemScope } from '../scope.ts'

/** How much longer than it works a thing stays, so that whoever asks is told what became of it. */
const keepMs = 24 * 60 * 60 * 1000
const keepMessagesMs = 7 * keepMs

/**
 * Deletes what is over, at most `limit` rows of each kind in a run, so that a clock that jumped cannot take everything at
 * once. Nothing depends on it: whatever expires is judged when it is read. Answers how many rows went.
 */
export async function purgeExpired(scope: SystemScope, run: { readonly now: number; readonly limit: number }): Promise<number> {
  const { kysely } = scope.db
  const { now, limit } = run
  const kept = now - keepMs
  const keptMessages = now - keepMessagesMs
  const attempts = await kysely.selectFrom('attempts').select(['instance_id', 'id']).where('abandon_at', '<', kept).limit(limit).execute()
  for (const attempt of attempts) {
    await kysely.deleteFrom('verifications').where('instance_id', '=', attempt.instance_id).where('attempt_id', '=', attempt.id).execute()
    await kysely.deleteFrom('attempts').where('instance_id', '=', attempt.instance_id).where('id', '=', attempt.id).execute()
  }
  await expireMessages(scope, run)
  const counters = kysely.selectFrom('counters').select(['instance_id', 'key']).where('reset_at', '<', now).limit(limit)
  const oneTime = kysely.selectFrom('one_time').select(['instance_id', 'id']).where('expires_at', '<', kept).limit(limit)
  const outbox = kysely.selectFrom('outbox').select(['instance_id', 'id']).where('finished_at', '<', keptMessages).limit(limit)
  const inbox = kysely.selectFrom('inbox').select(['instance_id', 'id']).where('created_at', '<', keptMessages).limit(limit)
  const deleted = await Promise.all([
    kysely.deleteFrom('counters').where(sql<boolean>`(instance_id, key) in ${counters}`).executeTakeFirst(),
    kysely.deleteFrom('one_time').where(sql<boolean>`(instance_id, id) in ${oneTime}`).executeTakeFirst(),
    kysely.deleteFrom('outbox').where(sql<boolean>`(instance_id, id) in ${outbox}`).executeTakeFirst(),
    kysely.deleteFrom('inbox').where(sql<boolean>`(instance_id, id) in ${inbox}`).executeTakeFirst(),
  ])
  return deleted.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), attempts.length)
}

/** A message nobody could send in time holds a code that is no longer good: its content goes with it. */
async function expireMessages(scope: SystemScope, run: { readonly now: number; readonly limit: number }): Promise<void> {
  const { kysely } = scope.db
  const late = kysely
    .selectFrom('outbox')
    .select(['instance_id', 'id'])
    .where('status', '=', 'due')
    .where('next_at', '<=', run.now)
    .where('expires_at', '<=', run.now)
    .limit(run.limit)
  await kysely
    .updateTable('outbox')
    .set({ status: 'failed', sealed: null, error: 'expired', finished_at: run.now })
    .where(sql<boolean>`(instance_id, id) in ${late}`)
    .execute()
}

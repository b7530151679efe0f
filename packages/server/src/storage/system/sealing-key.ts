import { sql } from 'kysely'
import type { SystemScope } from '../scope.ts'

/** Which secrets key seals what is written. Times are epoch milliseconds. */
export interface SealingKey {
  readonly kid: string
  /** Zero for the one the database began with. */
  readonly since: number
  /** When nothing was left under another key; `null` while a rotation is under way. */
  readonly finishedAt: number | null
}

/** A server process, and the secrets keys it has. */
export interface ServerProcess {
  readonly id: string
  readonly startedAt: number
  readonly seenAt: number
  readonly kids: readonly string[]
  readonly sealingKid: string
}

/** The key that seals; `null` for a database that has not been asked yet. */
export async function findSealingKey({ db }: SystemScope): Promise<SealingKey | null> {
  const row = await db.kysely.selectFrom('sealing_key').selectAll().where('id', '=', 'current').executeTakeFirst()
  return row === undefined ? null : { kid: row.kid, since: row.since, finishedAt: row.finished_at }
}

/** The first key of a database; one that another process has just written stays. */
export async function beginSealingKey({ db }: SystemScope, kid: string): Promise<void> {
  await db.kysely
    .insertInto('sealing_key')
    .values({ id: 'current', kid, since: 0, finished_at: 0 })
    .onConflict((on) => on.column('id').doNothing())
    .execute()
}

/** From now on another key seals; `false` when the one before is not the one that is known. */
export async function changeSealingKey({ db }: SystemScope, from: string, to: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db.kysely
    .updateTable('sealing_key')
    .set({ kid: to, since: now, finished_at: null })
    .where('kid', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Nothing is left under another key; `false` when that is known already. */
export async function finishSealingKey({ db }: SystemScope, kid: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db.kysely
    .updateTable('sealing_key')
    .set({ finished_at: now })
    .where('kid', '=', kid)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Where sealed values are: the table, the column, and what the place of a value is named by. */
export const SEALED = [
  { table: 'signing_keys', column: 'sealed_private', place: 'kid' },
  { table: 'secret_keys', column: 'sealed', place: 'id' },
  { table: 'one_time', column: 'payload', place: 'id' },
  { table: 'outbox', column: 'sealed', place: 'id' },
  { table: 'inbox', column: 'sealed', place: 'id' },
  { table: 'verifications', column: 'secret', place: 'id' },
  { table: 'further_verifications', column: 'secret', place: 'id' },
  { table: 'credentials', column: 'data', place: 'id' },
] as const

/** One of the places. */
export type SealedPlace = (typeof SEALED)[number]

/** A sealed value and where it is. */
export interface SealedValue {
  readonly instanceId: string
  readonly id: string
  readonly place: string
  readonly sealed: string
}

/** How many values were sealed with another key than this. */
export async function countSealedOtherwise({ db }: SystemScope, { table, column }: SealedPlace, kid: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${otherwise(column, kid)}`.execute(
    db.kysely,
  )
  return Number(rows[0]!.n)
}

/** Values that were sealed with another key than this, in the order of their rows. */
export async function listSealedOtherwise(
  { db }: SystemScope,
  { table, column, place }: SealedPlace,
  from: { readonly kid: string; readonly after: Pick<SealedValue, 'instanceId' | 'id'>; readonly limit: number },
): Promise<readonly SealedValue[]> {
  const { rows } = await sql<{ instance_id: string; id: string; place: string; sealed: string }>`
    select instance_id, id, ${sql.ref(place)} as place, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where (instance_id, id) > (${from.after.instanceId}, ${from.after.id}) and ${otherwise(column, from.kid)}
    order by instance_id, id limit ${from.limit}
  `.execute(db.kysely)
  return rows.map(({ instance_id: instanceId, ...row }) => ({ ...row, instanceId }))
}

/** Puts another sealing of the same value in its place, unless the row has changed or is gone. */
export async function replaceSealed(
  { db }: SystemScope,
  { table, column }: SealedPlace,
  value: SealedValue,
  sealed: string,
): Promise<void> {
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${sealed}
    where instance_id = ${value.instanceId} and id = ${value.id} and ${sql.ref(column)} = ${value.sealed}
  `.execute(db.kysely)
}

function otherwise(column: string, kid: string) {
  const start = `v1.${kid}.`
  // A column may hold hashes too, which are nobody's to open.
  return sql`substr(${sql.ref(column)}, 1, 3) = 'v1.' and substr(${sql.ref(column)}, 1, ${sql.lit(start.length)}) <> ${start}`
}

/** Says that a process lives, and which keys it has. */
export async function noteProcess({ db }: SystemScope, process: ServerProcess): Promise<void> {
  const row = { started_at: process.startedAt, seen_at: process.seenAt, kids: process.kids.join(' '), sealing_kid: process.sealingKid }
  await db.kysely
    .insertInto('processes')
    .values({ id: process.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute()
}

/** A process has ended. */
export async function forgetProcess({ db }: SystemScope, id: string): Promise<void> {
  await db.kysely.deleteFrom('processes').where('id', '=', id).execute()
}

/** The processes that were heard of since then. */
export async function listProcesses({ db }: SystemScope, since: number): Promise<readonly ServerProcess[]> {
  const rows = await db.kysely.selectFrom('processes').selectAll().where('seen_at', '>=', since).orderBy('started_at').execute()
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    kids: row.kids.split(' '),
    sealingKid: row.sealing_kid,
  }))
}

import { sql, type Compilable, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import { FIRST_SLOT, type Slot } from '../../domain/slot.ts'
import { hot, type HotQuery, type Placeholder } from '../hot.ts'
import type { Tables } from '../schema.ts'

/** Where the verification of a slot is kept: that of the first slot where every version looks for it, the others in a table with a slot. */
export function tableOf(slot: Slot): 'verifications' | 'further_verifications' {
  return Object.values<Slot>(FIRST_SLOT).includes(slot) ? 'verifications' : 'further_verifications'
}

/** What names the verification of one slot. */
export interface SlotKey {
  readonly instanceId: string
  readonly attemptId: string
  readonly slot: Slot
}

/**
 * A statement on verifications, written once for each of their two tables.
 * @param build.table one of both; for Kysely always the first, whose columns both have
 * @param build.one that it is the verification of the slot that is named
 */
export function hotPerSlot<Params extends object, Row = never>(
  build: (
    db: Kysely<Tables>,
    p: Placeholder<Params>,
    of: { readonly table: 'verifications'; readonly one: RawBuilder<SqlBool> },
  ) => Compilable<Row>,
): (slot: Slot) => HotQuery<Params, Row> {
  const written = (table: 'verifications' | 'further_verifications'): HotQuery<Params, Row> =>
    hot<Params, Row>((db, p) => build(db, p, { table: table as 'verifications', one: oneIn(table, p as unknown as Placeholder<SlotKey>) }))
  const queries = { verifications: written('verifications'), further_verifications: written('further_verifications') }
  return (slot) => queries[tableOf(slot)]
}

function oneIn(table: string, p: Placeholder<SlotKey>): RawBuilder<SqlBool> {
  const attempt = sql<SqlBool>`"instance_id" = ${p('instanceId')} and "attempt_id" = ${p('attemptId')}`
  return table === 'verifications' ? attempt : sql<SqlBool>`${attempt} and "slot" = ${p('slot')}`
}

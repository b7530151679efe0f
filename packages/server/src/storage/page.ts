import { type SelectQueryBuilder, sql } from 'kysely'
import type { Tables } from './schema.ts'

/** A stretch of a list. */
export interface Page {
  readonly limit: number
  readonly offset: number
}

/** Counts what a query finds. */
export async function countRows<From extends keyof Tables>(query: SelectQueryBuilder<Tables, From, object>): Promise<number> {
  const row = await query.select(sql<number>`count(*)`.as('count')).executeTakeFirst()
  return row?.count ?? 0
}

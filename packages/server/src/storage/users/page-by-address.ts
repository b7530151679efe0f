import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import { countRows } from '../count-rows.ts'
import type { Page } from '../page.ts'
import type { InstanceScope } from '../scope.ts'
import { matchUsers } from './match-users.ts'
import type { UserFilter } from './user-filter.ts'

/** In a case and by inequality, because PostgreSQL would expect few rows of one more equality, and sort them all. */
const isPrimary = sql<SqlBool>`case when users.primary_email_address_id = address.id then 1 else 0 end <> 0`

/**
 * The ids of a page of users by their primary addresses, those without one counting as less than any. Two lists one after
 * the other, because each is in the order of an index and both together are not.
 */
export async function pageByAddress(scope: InstanceScope, filter: UserFilter, page: Page, direction: 'asc' | 'desc'): Promise<string[]> {
  const without = matchUsers(scope, filter).where('users.primary_email_address_id', 'is', null)
  const having = matchUsers(scope, filter)
    .innerJoin('identifications as address', (on) =>
      on.onRef('address.instance_id', '=', 'users.instance_id').onRef('address.user_id', '=', 'users.id'),
    )
    .where('address.instance_id', '=', scope.instanceId)
    .where('address.type', '=', 'email_address')
    .where(isPrimary)
  const lists = {
    without: { all: without, ordered: without.orderBy('users.id', direction).select('users.id') },
    having: { all: having, ordered: having.orderBy('address.value', direction).select('users.id') },
  }
  const [first, second] = direction === 'asc' ? [lists.without, lists.having] : [lists.having, lists.without]
  const head = await cut(first.ordered, page)
  if (head.length === page.limit) return head
  const headEnd = head.length > 0 || page.offset === 0 ? page.offset + head.length : await countRows(first.all)
  const tail = await cut(second.ordered, { limit: page.limit - head.length, offset: Math.max(0, page.offset - headEnd) })
  return [...head, ...tail]
}

async function cut(
  query: { limit(limit: number): { offset(offset: number): { execute(): Promise<{ readonly id: string }[]> } } },
  page: Page,
): Promise<string[]> {
  const rows = await query.limit(page.limit).offset(page.offset).execute()
  return rows.map(({ id }) => id)
}

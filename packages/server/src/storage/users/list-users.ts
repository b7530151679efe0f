import { sql, type SqlBool } from 'kysely'
import type { User } from '../../domain/user.ts'
import { countRows, type Page } from '../page.ts'
import type { InstanceScope } from '../scope.ts'
import { matchUsers, type UserFilter, type UserOrder, type UserOrderBy } from './match-users.ts'
import { toUser } from './users.ts'

const columns = {
  created_at: 'users.created_at',
  updated_at: 'users.updated_at',
  last_sign_in_at: 'users.last_sign_in_at',
  last_active_at: 'users.last_active_at',
  first_name: 'users.first_name_folded',
  last_name: 'users.last_name_folded',
} as const satisfies { [Order in Exclude<UserOrder, 'email_address'>]: string }

/**
 * A page of users, the newest first unless another order is asked for; having no name, address or time counts as less than
 * any. The page is cut from an index and only its own users are read, so that deep pages stay cheap.
 * @param page.after the user before the first of the page, in the order of creation
 */
export async function listUsers(
  scope: InstanceScope,
  filter: UserFilter,
  page: Page & { readonly orderBy?: UserOrderBy; readonly after?: Pick<User, 'id' | 'createdAt'> | null },
): Promise<User[]> {
  const { column, direction } = page.orderBy ?? { column: 'created_at', direction: 'desc' }
  const ids =
    column === 'email_address'
      ? await pageByAddress(scope, filter, page, direction)
      : await pageByColumn(scope, filter, page, { column: columns[column], direction })
  if (ids.length === 0) return []
  const rows = await scope.db.kysely
    .selectFrom('users')
    .selectAll()
    .where('instance_id', '=', scope.instanceId)
    .where('id', 'in', ids)
    .execute()
  const users = new Map(rows.map((row) => [row.id, toUser(row)]))
  return ids.flatMap((id) => users.get(id) ?? [])
}

async function pageByColumn(
  scope: InstanceScope,
  filter: UserFilter,
  page: Page & { readonly after?: Pick<User, 'id' | 'createdAt'> | null },
  order: { readonly column: (typeof columns)[keyof typeof columns]; readonly direction: 'asc' | 'desc' },
): Promise<string[]> {
  const { after } = page
  const matching = matchUsers(scope, filter)
  const following = after ? matching.where(beyond(after, order.direction)) : matching
  const rows = await following
    .orderBy(sql.ref(order.column), (by) => (order.direction === 'asc' ? by.asc().nullsFirst() : by.desc().nullsLast()))
    .orderBy('users.id', order.direction)
    .select('users.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map(({ id }) => id)
}

function beyond({ id, createdAt }: Pick<User, 'id' | 'createdAt'>, direction: 'asc' | 'desc') {
  return sql<SqlBool>`(users.created_at, users.id) ${sql.raw(direction === 'asc' ? '>' : '<')} (${createdAt}, ${id})`
}

/** How many users a filter finds. */
export async function countUsers(scope: InstanceScope, filter: UserFilter): Promise<number> {
  return countRows(matchUsers(scope, filter))
}

/** In a case and by inequality, because PostgreSQL would expect few rows of one more equality, and sort them all. */
const isPrimary = sql<SqlBool>`case when users.primary_email_address_id = address.id then 1 else 0 end <> 0`

/**
 * The ids of a page of users by their primary addresses, those without one counting as less than any. Two lists one after
 * the other, because each is in the order of an index and both together are not.
 */
async function pageByAddress(scope: InstanceScope, filter: UserFilter, page: Page, direction: 'asc' | 'desc'): Promise<string[]> {
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

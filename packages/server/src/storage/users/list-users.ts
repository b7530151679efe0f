import { sql, type SqlBool } from 'kysely'
import type { User } from '../../domain/user.ts'
import type { Page } from '../page.ts'
import type { InstanceScope } from '../scope.ts'
import { matchUsers } from './match-users.ts'
import { pageByAddress } from './page-by-address.ts'
import type { UserFilter, UserOrder, UserOrderBy } from './user-filter.ts'
import { toUser } from './user-row.ts'

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

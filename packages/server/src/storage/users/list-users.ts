import { sql } from 'kysely'
import type { User } from '../../domain/user.ts'
import type { Page } from '../page.ts'
import type { InstanceScope } from '../scope.ts'
import { matchUsers } from './match-users.ts'
import type { UserFilter, UserOrderBy } from './user-filter.ts'
import { toUser } from './user-row.ts'

/** Users without the property that orders come last, either way. */
const lastResort = 'users.id'

/** A page of users. The page is cut from an index, and only its own users are read: deep pages stay cheap. */
export async function listUsers(
  scope: InstanceScope,
  filter: UserFilter,
  page: Page & { readonly orderBy?: UserOrderBy },
): Promise<User[]> {
  const { column, direction } = page.orderBy ?? { column: 'created_at', direction: 'desc' }
  const ids = await matchUsers(scope, filter)
    .$if(column === 'email_address', (users) =>
      users
        .leftJoin('identifications as primary_address', (on) =>
          on
            .onRef('primary_address.instance_id', '=', 'users.instance_id')
            .onRef('primary_address.id', '=', 'users.primary_email_address_id'),
        )
        .orderBy('primary_address.value', direction),
    )
    .$if(column !== 'email_address', (users) => users.orderBy(sql.ref(`users.${column}`), direction))
    .orderBy(lastResort, direction)
    .select('users.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  if (ids.length === 0) return []
  const rows = await scope.db.kysely
    .selectFrom('users')
    .selectAll()
    .where('instance_id', '=', scope.instanceId)
    .where('id', 'in', ids.map(({ id }) => id))
    .execute()
  const users = new Map(rows.map((row) => [row.id, toUser(row)]))
  return ids.flatMap(({ id }) => users.get(id) ?? [])
}

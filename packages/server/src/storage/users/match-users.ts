import { IDENTIFIER_NAMES, type IdentifierName } from '@latchkey/protocol'
import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
import { toFlag } from '../columns.ts'
import { contains } from '../contains.ts'
import type { Tables } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** Which users: all that are given must hold, and within a list any. Times are epoch milliseconds. */
export interface UserFilter {
  readonly emailAddress?: readonly string[]
  readonly username?: readonly string[]
  readonly userId?: readonly string[]
  readonly externalId?: readonly string[]
  readonly notUserId?: readonly string[]
  readonly notExternalId?: readonly string[]
  /** Part of an email address, a username, an id, a first or a last name, whatever its case. */
  readonly query?: string
  /** Part of a proven email address. */
  readonly emailAddressQuery?: string
  readonly usernameQuery?: string
  /** Part of a first or last name, or of both with a space between. */
  readonly nameQuery?: string
  readonly banned?: boolean
  /** Locked or not at a time. */
  readonly locked?: { readonly is: boolean; readonly at: number }
  readonly lastActiveAtBefore?: number
  readonly lastActiveAtAfter?: number
  /** Active at this time or later. */
  readonly lastActiveAtSince?: number
  readonly createdAtBefore?: number
  readonly createdAtAfter?: number
  readonly lastSignInAtBefore?: number
  readonly lastSignInAtAfter?: number
}

/** What a list of users may be ordered by. */
export type UserOrder = 'created_at' | 'updated_at' | 'last_sign_in_at' | 'last_active_at' | 'first_name' | 'last_name' | 'email_address'

/** An order and its direction. */
export interface UserOrderBy {
  readonly column: UserOrder
  readonly direction: 'asc' | 'desc'
}

type Users = SelectQueryBuilder<Tables, 'users', object>
type Builder = ExpressionBuilder<Tables, 'users'>

/** One of no ids at all; PostgreSQL knows no empty list. */
const nobody = sql<SqlBool>`1 = 0`

/** The users of a filter, as a query to go on with. */
export function matchUsers(scope: InstanceScope, filter: UserFilter): Users {
  let users = scope.db.kysely.selectFrom('users').where('users.instance_id', '=', scope.instanceId)
  const lists = [filter.emailAddress, filter.username, filter.userId, filter.externalId]
  if (lists.some((list) => list?.length === 0)) return users.where(nobody)
  if (filter.userId) users = users.where('users.id', 'in', filter.userId)
  if (filter.externalId) users = users.where('users.external_id', 'in', filter.externalId)
  const { notUserId, notExternalId } = filter
  if (notUserId?.length) users = users.where('users.id', 'not in', notUserId)
  if (notExternalId?.length) {
    users = users.where((row) => row.or([row('users.external_id', 'is', null), row('users.external_id', 'not in', notExternalId)]))
  }
  if (filter.emailAddress) users = having(users, scope, 'email_address', filter.emailAddress)
  if (filter.username) users = having(users, scope, 'username', filter.username)
  if (filter.banned !== undefined) users = users.where('users.banned', '=', sql.lit(toFlag(filter.banned)))
  if (filter.locked?.is === true) users = users.where('users.locked_until', '>', filter.locked.at)
  if (filter.locked?.is === false) {
    const { at } = filter.locked
    users = users.where((row) => row.or([row('users.locked_until', 'is', null), row('users.locked_until', '<=', at)]))
  }
  return matchTimes(matchTexts(users, scope, filter), filter)
}

function having(users: Users, scope: InstanceScope, type: IdentifierName, values: readonly string[]): Users {
  return users.where((row) =>
    row(
      'users.id',
      'in',
      row
        .selectFrom('identifications')
        .select('identifications.user_id')
        .where('identifications.instance_id', '=', scope.instanceId)
        .where('identifications.type', '=', type)
        .where('identifications.value', 'in', values),
    ),
  )
}

function matchTexts(from: Users, scope: InstanceScope, filter: UserFilter): Users {
  let users = from
  const { query, emailAddressQuery, usernameQuery, nameQuery } = filter
  if (query) {
    users = users.where((row) =>
      row.or([contains(sql`lower(${row.ref('users.id')})`, query), byName(row, query), byIdentifier(row, scope, null, query)]),
    )
  }
  if (emailAddressQuery) users = users.where((row) => byIdentifier(row, scope, 'email_address', emailAddressQuery))
  if (usernameQuery) users = users.where((row) => byIdentifier(row, scope, 'username', usernameQuery))
  if (nameQuery) users = users.where((row) => byName(row, nameQuery))
  return users
}

function matchTimes(from: Users, filter: UserFilter): Users {
  let users = from
  if (filter.createdAtBefore !== undefined) users = users.where('users.created_at', '<', filter.createdAtBefore)
  if (filter.createdAtAfter !== undefined) users = users.where('users.created_at', '>', filter.createdAtAfter)
  if (filter.lastActiveAtBefore !== undefined) users = users.where('users.last_active_at', '<', filter.lastActiveAtBefore)
  if (filter.lastActiveAtAfter !== undefined) users = users.where('users.last_active_at', '>', filter.lastActiveAtAfter)
  if (filter.lastActiveAtSince !== undefined) users = users.where('users.last_active_at', '>=', filter.lastActiveAtSince)
  if (filter.lastSignInAtBefore !== undefined) users = users.where('users.last_sign_in_at', '<', filter.lastSignInAtBefore)
  if (filter.lastSignInAtAfter !== undefined) users = users.where('users.last_sign_in_at', '>', filter.lastSignInAtAfter)
  return users
}

function byName(row: Builder, text: string): Expression<SqlBool> {
  const name = sql<string>`coalesce(${row.ref('users.first_name_folded')}, '') || ' ' || coalesce(${row.ref('users.last_name_folded')}, '')`
  return contains(name, text)
}

/**
 * Ids first, from the index of identifiers alone: SQLite would read every identifier's row to tell whose it is.
 * @param type `null`: of any kind
 */
function byIdentifier(row: Builder, scope: InstanceScope, type: IdentifierName | null, text: string): Expression<SqlBool> {
  const found = row
    .selectFrom('identifications as found')
    .select('found.id')
    .where('found.instance_id', '=', scope.instanceId)
    .where('found.type', 'in', type === null ? IDENTIFIER_NAMES : [type])
    .where((one) => contains(one.ref('found.value'), text))
  const owners = row
    .selectFrom('identifications')
    .select('identifications.user_id')
    .where('identifications.instance_id', '=', scope.instanceId)
    .where('identifications.id', 'in', found)
  return row('users.id', 'in', owners)
}

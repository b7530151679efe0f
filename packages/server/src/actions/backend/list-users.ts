import { Refusal } from '../../domain/refusal.ts'
import type { UserView } from '../../domain/user.ts'
import { countUsers as count, findUserViews, listUsers as list, type Page, type UserOrder, type UserOrderBy } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import { type FindUsersRequest, userFilterOf } from './user-filter-of.ts'

const orders: readonly UserOrder[] = [
  'created_at',
  'updated_at',
  'email_address',
  'first_name',
  'last_name',
  'last_active_at',
  'last_sign_in_at',
]

/** A page of the users that a filter finds, the newest first where no order is given. @throws Refusal `form_param_value_invalid` … */
export async function listUsers(
  call: BackendCall,
  request: FindUsersRequest,
  page: Page & { readonly order: string | undefined },
): Promise<readonly UserView[]> {
  const filter = userFilterOf(request)
  const { limit, offset, order } = page
  const orderBy = order === undefined ? ({ column: 'created_at', direction: 'desc' } as const) : requireOrder(order)
  if (filter === null) return []
  const users = await list(call.scope, filter, { limit, offset, orderBy })
  const views = await findUserViews(
    call.scope,
    users.map(({ id }) => id),
  )
  return users.flatMap(({ id }) => views.get(id) ?? [])
}

/** How many users a filter finds. @throws Refusal `form_param_value_invalid`, `form_param_array_size_exceeded` */
export async function countUsers(call: BackendCall, request: FindUsersRequest): Promise<number> {
  const filter = userFilterOf(request)
  return filter === null ? 0 : count(call.scope, filter)
}

/** A property with a sign before it. A plus arrives as a space from who did not encode it. */
function requireOrder(text: string): UserOrderBy {
  const [, sign = '', name = ''] = /^([+\- ]?)(.*)$/s.exec(text) ?? []
  const column = orders.find((order) => order === name)
  if (column === undefined) throw new Refusal('form_param_value_invalid', { param: 'order_by' })
  return { column, direction: sign === '-' ? 'desc' : 'asc' }
}

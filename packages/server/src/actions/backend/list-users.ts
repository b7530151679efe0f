import { Refusal } from '../../domain/refusal.ts'
import type { User, UserView } from '../../domain/user.ts'
import {
  countUsers as count,
  findUser,
  findUserViews,
  listUsers as list,
  type Page,
  type UserOrder,
  type UserOrderBy,
} from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
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

/** Which stretch of a list of users, and in which order. */
export interface UsersPage extends Page {
  readonly order: string | undefined
  /** The id of the last user of the page before. */
  readonly startingAfter: string | undefined
}

/** A page of the users that a filter finds, the newest first where no order is given. @throws Refusal `form_param_value_invalid` … */
export async function listUsers(
  ports: Pick<Ports, 'clock'>,
  call: BackendCall,
  request: FindUsersRequest,
  page: UsersPage,
): Promise<readonly UserView[]> {
  const filter = userFilterOf(request, ports.clock.now())
  const { limit, offset, order } = page
  const orderBy = order === undefined ? ({ column: 'created_at', direction: 'desc' } as const) : requireOrder(order)
  const after = page.startingAfter === undefined ? null : await requireCursor(call, page.startingAfter, { orderBy, offset })
  if (filter === null) return []
  const users = await list(call.scope, filter, { limit, offset, orderBy, after })
  const views = await findUserViews(
    call.scope,
    users.map(({ id }) => id),
  )
  return users.flatMap(({ id }) => views.get(id) ?? [])
}

/** How many users a filter finds. @throws Refusal `form_param_value_invalid`, `form_param_array_size_exceeded` */
export async function countUsers(ports: Pick<Ports, 'clock'>, call: BackendCall, request: FindUsersRequest): Promise<number> {
  const filter = userFilterOf(request, ports.clock.now())
  return filter === null ? 0 : count(call.scope, filter)
}

/**
 * The user a page begins after. Only the order of creation has one place for each user that never changes, and a cursor says already
 * where to begin, so nothing else goes with it.
 */
async function requireCursor(
  call: BackendCall,
  id: string,
  { orderBy, offset }: { readonly orderBy: UserOrderBy; readonly offset: number },
): Promise<User> {
  if (orderBy.column !== 'created_at') throw new Refusal('form_param_value_invalid', { param: 'order_by' })
  if (offset > 0) throw new Refusal('form_param_value_invalid', { param: 'offset' })
  const user = await findUser(call.scope, id)
  if (user === null) throw new Refusal('form_param_value_invalid', { param: 'starting_after' })
  return user
}

/** A property with a sign before it. A plus arrives as a space from who did not encode it. */
function requireOrder(text: string): UserOrderBy {
  const [, sign = '', name = ''] = /^([+\- ]?)(.*)$/s.exec(text) ?? []
  const column = orders.find((order) => order === name)
  if (column === undefined) throw new Refusal('form_param_value_invalid', { param: 'order_by' })
  return { column, direction: sign === '-' ? 'desc' : 'asc' }
}

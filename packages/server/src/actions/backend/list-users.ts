import type { IdentifierName } from '@latchkey/protocol'
import { IDENTIFIERS } from '../../domain/identifiers/rules.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { User, UserView } from '../../domain/user.ts'
import {
  countUsers as count,
  findUser,
  findUserViews,
  listUsers as list,
  type Page,
  type UserFilter,
  type UserOrder,
  type UserOrderBy,
} from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'

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

/** Which users an operator asks for: all that is given must hold, and within a list any. Times are epoch milliseconds. */
export interface FindUsersRequest {
  readonly email_address: readonly string[]
  readonly username: readonly string[]
  readonly user_id: readonly string[]
  readonly external_id: readonly string[]
  readonly organization_id: readonly string[]
  /** Filters by what no user here has: a phone number, a wallet, an account elsewhere. */
  readonly nowhere: readonly string[]
  readonly query?: string | undefined
  readonly email_address_query?: string | undefined
  readonly username_query?: string | undefined
  readonly name_query?: string | undefined
  readonly banned?: boolean | undefined
  readonly locked?: boolean | undefined
  readonly last_active_at_before?: number | undefined
  readonly last_active_at_after?: number | undefined
  readonly last_active_at_since?: number | undefined
  readonly created_at_before?: number | undefined
  readonly created_at_after?: number | undefined
  readonly last_sign_in_at_before?: number | undefined
  readonly last_sign_in_at_after?: number | undefined
}

const mostValues = 100

/**
 * The filter of a request, `null` when nobody can meet it: a filter by what is not kept here finds nobody, and not everybody.
 * @param now epoch milliseconds
 * @throws Refusal `form_param_array_size_exceeded`
 */
export function userFilterOf(request: FindUsersRequest, now: number): UserFilter | null {
  const [ids, externalIds] = [signed(request.user_id, 'user_id'), signed(request.external_id, 'external_id')]
  const named = {
    emailAddress: canonical('email_address', request.email_address),
    username: canonical('username', request.username),
  }
  const lists = { ...named, userId: ids.included, externalId: externalIds.included }
  const inSomeOrganization = request.organization_id.some((id) => !id.startsWith('-'))
  if (request.nowhere.length > 0 || inSomeOrganization || Object.values(lists).some((list) => list?.length === 0)) return null
  return given({
    ...lists,
    notUserId: ids.excluded,
    notExternalId: externalIds.excluded,
    query: request.query,
    emailAddressQuery: request.email_address_query,
    usernameQuery: request.username_query,
    nameQuery: request.name_query,
    banned: request.banned,
    locked: request.locked === undefined ? undefined : { is: request.locked, at: now },
    lastActiveAtBefore: request.last_active_at_before,
    lastActiveAtAfter: request.last_active_at_after,
    lastActiveAtSince: request.last_active_at_since,
    createdAtBefore: request.created_at_before,
    createdAtAfter: request.created_at_after,
    lastSignInAtBefore: request.last_sign_in_at_before,
    lastSignInAtAfter: request.last_sign_in_at_after,
  })
}

/** Nobody has what is no identifier of its kind, so it is passed over. */
function canonical(type: IdentifierName, texts: readonly string[]): readonly string[] | undefined {
  requireFew(texts, type)
  if (texts.length === 0) return undefined
  return texts.map((text) => IDENTIFIERS[type].canonical(text)).filter((value) => value !== null)
}

/** A sign before a value includes or excludes it. A plus arrives as a space from who did not encode it. */
function signed(values: readonly string[], param: string) {
  requireFew(values, param)
  const excluded = values.filter((value) => value.startsWith('-')).map((value) => value.slice(1))
  const included = values.filter((value) => !value.startsWith('-')).map((value) => value.replace(/^[+ ]/, ''))
  return { included: included.length === 0 ? undefined : included, excluded: excluded.length === 0 ? undefined : excluded }
}

function requireFew(values: readonly string[], param: string): void {
  if (values.length > mostValues) throw new Refusal('form_param_array_size_exceeded', { param })
}

type Given<Fields> = { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> }

function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>
}

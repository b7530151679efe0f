import type { FindUsersRequest } from '../../actions/backend/user-filter-of.ts'
import { flagParam, listParam, numberParam, refuseOthers, textParam } from './query.ts'

const lists = ['email_address', 'user_id', 'external_id', 'organization_id'] as const
const texts = ['query', 'email_address_query', 'name_query'] as const
const flags = ['banned', 'locked'] as const
const numbers = [
  'last_active_at_before',
  'last_active_at_after',
  'last_active_at_since',
  'created_at_before',
  'created_at_after',
  'last_sign_in_at_before',
  'last_sign_in_at_after',
] as const
const nowhere = ['phone_number', 'username', 'web3_wallet', 'phone_number_query', 'username_query', 'provider', 'provider_user_id'] as const
/** SDKs send these along with a count as well, which they do not change. */
const page = ['limit', 'offset', 'order_by', 'starting_after'] as const

/** The filter of users that a query asks for. @throws Refusal `form_param_value_invalid`, `form_param_unknown` */
export function findUsersRequest(query: URLSearchParams): FindUsersRequest {
  refuseOthers(query, [...lists, ...texts, ...flags, ...numbers, ...nowhere, ...page])
  return {
    ...each(lists, (name) => listParam(query, name)),
    ...each(texts, (name) => textParam(query, name)),
    ...each(flags, (name) => flagParam(query, name)),
    ...each(numbers, (name) => numberParam(query, name)),
    nowhere: nowhere.filter((name) => listParam(query, name).length > 0),
  }
}

function each<Name extends string, Value>(names: readonly Name[], read: (name: Name) => Value): { [Each in Name]: Value } {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as { [Each in Name]: Value }
}

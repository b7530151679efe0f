import type { FindUsersRequest } from '../../actions/backend/user-filter-of.ts'
import { flagParam, listParam, numberParam, textParam } from './query.ts'

const nowhere = ['phone_number', 'username', 'web3_wallet', 'phone_number_query', 'username_query', 'provider', 'provider_user_id']

/** The filter of users that a query asks for. @throws Refusal `form_param_value_invalid` */
export function findUsersRequest(query: URLSearchParams): FindUsersRequest {
  return {
    email_address: listParam(query, 'email_address'),
    user_id: listParam(query, 'user_id'),
    external_id: listParam(query, 'external_id'),
    organization_id: listParam(query, 'organization_id'),
    nowhere: nowhere.filter((name) => listParam(query, name).length > 0),
    query: textParam(query, 'query'),
    email_address_query: textParam(query, 'email_address_query'),
    name_query: textParam(query, 'name_query'),
    banned: flagParam(query, 'banned'),
    last_active_at_before: numberParam(query, 'last_active_at_before'),
    last_active_at_after: numberParam(query, 'last_active_at_after'),
    last_active_at_since: numberParam(query, 'last_active_at_since'),
    created_at_before: numberParam(query, 'created_at_before'),
    created_at_after: numberParam(query, 'created_at_after'),
    last_sign_in_at_before: numberParam(query, 'last_sign_in_at_before'),
    last_sign_in_at_after: numberParam(query, 'last_sign_in_at_after'),
  }
}

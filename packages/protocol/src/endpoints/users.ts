import type { DeletedObjectJSON, TotalCountJSON } from '../resources/envelope.ts'
import type { JsonObject } from '../resources/json.ts'
import type { BackendUserJSON, EmailAddressJSON } from '../resources/user.ts'
import type { Endpoint, Unkept } from './endpoint.ts'

/** What the customer's servers call with a secret key about users and their addresses. */
export const USER_ENDPOINTS = [
  {
    id: 'backend/list-users',
    door: 'backend',
    method: 'GET',
    path: '/v1/users',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/count-users',
    door: 'backend',
    method: 'GET',
    path: '/v1/users/count',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/create-user',
    door: 'backend',
    method: 'POST',
    path: '/v1/users',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/get-user',
    door: 'backend',
    method: 'GET',
    path: '/v1/users/:user_id',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/update-user',
    door: 'backend',
    method: 'PATCH',
    path: '/v1/users/:user_id',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/update-user-metadata',
    door: 'backend',
    method: 'PATCH',
    path: '/v1/users/:user_id/metadata',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/replace-user-metadata',
    door: 'backend',
    method: 'PUT',
    path: '/v1/users/:user_id/metadata',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/delete-user',
    door: 'backend',
    method: 'DELETE',
    path: '/v1/users/:user_id',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/ban-user',
    door: 'backend',
    method: 'POST',
    path: '/v1/users/:user_id/ban',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/unban-user',
    door: 'backend',
    method: 'POST',
    path: '/v1/users/:user_id/unban',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/lock-user',
    door: 'backend',
    method: 'POST',
    path: '/v1/users/:user_id/lock',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/unlock-user',
    door: 'backend',
    method: 'POST',
    path: '/v1/users/:user_id/unlock',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/create-email-address',
    door: 'backend',
    method: 'POST',
    path: '/v1/email_addresses',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/get-email-address',
    door: 'backend',
    method: 'GET',
    path: '/v1/email_addresses/:email_address_id',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/update-email-address',
    door: 'backend',
    method: 'PATCH',
    path: '/v1/email_addresses/:email_address_id',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/delete-email-address',
    door: 'backend',
    method: 'DELETE',
    path: '/v1/email_addresses/:email_address_id',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
] as const satisfies readonly Endpoint[]

/** Which stretch of a list is asked for. */
export interface PageQuery {
  /** Entries on a page, 1 to 500; 10. */
  readonly limit?: number
  /** Entries before the page; 0. */
  readonly offset?: number
}

/** Which users are meant: each parameter narrows, the values of a list widen. Times are Unix milliseconds. */
interface UserFilterQuery {
  readonly email_address?: readonly string[]
  readonly username?: readonly string[]
  readonly user_id?: readonly string[]
  readonly external_id?: readonly string[]
  readonly organization_id?: readonly string[]
  /** Part of an id, an address, a username or a name. */
  readonly query?: string
  readonly email_address_query?: string
  readonly username_query?: string
  readonly name_query?: string
  readonly banned?: boolean
  readonly locked?: boolean
  readonly last_active_at_before?: number
  readonly last_active_at_after?: number
  readonly last_active_at_since?: number
  readonly created_at_before?: number
  readonly created_at_after?: number
  readonly last_sign_in_at_before?: number
  readonly last_sign_in_at_after?: number
}

/** What nobody has here: a value finds nobody. */
type AbsentQuery = {
  readonly [Name in 'phone_number' | 'web3_wallet' | 'phone_number_query' | 'provider' | 'provider_user_id']?: readonly string[]
}

/** A filter, a page and an order. A count takes them as well, and only the filter counts. */
interface UserListQuery extends UserFilterQuery, AbsentQuery, PageQuery {
  /** A field, with `-` in front for the largest first, such as `-created_at`. */
  readonly order_by?: string
  /** The id of the last user of the page before. */
  readonly starting_after?: string
}

/** Metadata of a user, by who may see and change it. */
interface MetadataFields {
  readonly public_metadata?: JsonObject | null
  readonly private_metadata?: JsonObject | null
  readonly unsafe_metadata?: JsonObject | null
}

/** These ease rules that do not exist here, so they change nothing. */
type MootFields = { readonly [Name in 'skip_password_checks' | 'skip_legal_checks' | 'bypass_client_trust']?: boolean | null }

/** What may be said of a user; `null` clears. */
interface UserFields extends MetadataFields, MootFields {
  readonly first_name?: string | null
  readonly last_name?: string | null
  readonly external_id?: string | null
  /** A language tag of BCP 47. */
  readonly locale?: string | null
  /** A time of RFC 3339. */
  readonly created_at?: string | null
  /** A time of RFC 3339. */
  readonly legal_accepted_at?: string | null
  readonly delete_self_enabled?: boolean | null
  readonly phone_number?: Unkept
  readonly web3_wallet?: Unkept
  readonly username?: string | null
  readonly password?: Unkept
  readonly password_digest?: Unkept
  readonly password_hasher?: Unkept
  readonly totp_secret?: Unkept
  readonly backup_codes?: Unkept
  readonly create_organization_enabled?: Unkept
  readonly create_organizations_limit?: Unkept
}

/** What may be said of an address. */
interface EmailAddressFields {
  /** It counts as proven. */
  readonly verified?: boolean | null
  readonly primary?: boolean | null
  readonly notify_primary_email_address_changed?: boolean | null
}

/** What these are asked and what they answer. */
export interface UserContracts {
  /** A page of users. */
  'backend/list-users': { readonly query: UserListQuery; readonly response: readonly BackendUserJSON[] }
  /** How many users a filter finds. */
  'backend/count-users': { readonly query: UserListQuery; readonly response: TotalCountJSON }
  /** Makes a user with their addresses. */
  'backend/create-user': {
    readonly body: UserFields & {
      /** They count as proven unless `email_address_identification_status` says otherwise; the first one is the primary one. */
      readonly email_address?: readonly string[] | null
      readonly email_address_identification_status?: readonly string[] | null
      readonly phone_number_identification_status?: Unkept
      /** Eases a rule that does not exist here, so it changes nothing. */
      readonly skip_password_requirement?: boolean | null
      /** Lets a user have no address. */
      readonly skip_user_requirement?: boolean | null
      readonly banned?: boolean | null
      readonly locked?: boolean | null
    }
    readonly response: BackendUserJSON
  }
  /** One user. */
  'backend/get-user': { readonly response: BackendUserJSON }
  /** Changes a user. */
  'backend/update-user': {
    readonly body: UserFields & {
      readonly primary_email_address_id?: string | null
      readonly notify_primary_email_address_changed?: boolean | null
      readonly primary_phone_number_id?: Unkept
      readonly primary_web3_wallet_id?: Unkept
      readonly profile_image_id?: Unkept
      readonly sign_out_of_other_sessions?: Unkept
    }
    readonly response: BackendUserJSON
  }
  /** Merges into a user's metadata, deeply. */
  'backend/update-user-metadata': { readonly body: MetadataFields; readonly response: BackendUserJSON }
  /** Replaces a user's metadata, each given field as a whole. */
  'backend/replace-user-metadata': { readonly body: MetadataFields; readonly response: BackendUserJSON }
  /** Deletes a user with all that is theirs. */
  'backend/delete-user': { readonly response: DeletedObjectJSON }
  /** Bans a user and ends their sessions. */
  'backend/ban-user': { readonly response: BackendUserJSON }
  /** Takes a ban back. */
  'backend/unban-user': { readonly response: BackendUserJSON }
  /** Locks a user until they are unlocked. */
  'backend/lock-user': { readonly response: BackendUserJSON }
  /** Unlocks a user. */
  'backend/unlock-user': { readonly response: BackendUserJSON }
  /** Gives a user an address. */
  'backend/create-email-address': {
    readonly body: EmailAddressFields & { readonly user_id: string; readonly email_address: string }
    readonly response: EmailAddressJSON
  }
  /** One address. */
  'backend/get-email-address': { readonly response: EmailAddressJSON }
  /** Takes an address for proven, or makes it the primary one. */
  'backend/update-email-address': { readonly body: EmailAddressFields; readonly response: EmailAddressJSON }
  /** Takes an address from its user. */
  'backend/delete-email-address': { readonly response: DeletedObjectJSON }
}

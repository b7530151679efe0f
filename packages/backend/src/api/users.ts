import type { BackendUserJSON, JsonObject } from '@latchkey/protocol'
import type { Caller, Given } from './caller.ts'
import { type EmailAddress, emailAddressFromJSON } from './email-addresses.ts'
import { type DeletedObject, deletedObjectFromJSON, type Page, type PageParams } from './page.ts'

/** A user as your server sees them. Metadata are handed on as they are, key by key. Times are epoch milliseconds. */
export interface User {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
  /** First and last name, `null` when there is neither. */
  readonly fullName: string | null
  readonly username: string | null
  readonly locale: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
  readonly primaryEmailAddressId: string | null
  readonly primaryEmailAddress: EmailAddress | null
  readonly emailAddresses: readonly EmailAddress[]
  readonly publicMetadata: JsonObject
  /** Only your server sees it: never hand a whole user to a client component. */
  readonly privateMetadata: JsonObject
  /** The user can change it herself. */
  readonly unsafeMetadata: JsonObject
  readonly externalId: string | null
  readonly banned: boolean
  readonly locked: boolean
  readonly lockoutExpiresInSeconds: number | null
  readonly deleteSelfEnabled: boolean
  readonly lastSignInAt: number | null
  readonly lastActiveAt: number | null
  readonly legalAcceptedAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Reads a user. */
function userFromJSON(json: BackendUserJSON): User {
  const emailAddresses = json.email_addresses.map(emailAddressFromJSON)
  return {
    id: json.id,
    firstName: json.first_name,
    lastName: json.last_name,
    fullName: [json.first_name, json.last_name].filter(Boolean).join(' ') || null,
    username: json.username,
    locale: json.locale,
    imageUrl: json.image_url,
    hasImage: json.has_image,
    primaryEmailAddressId: json.primary_email_address_id,
    primaryEmailAddress: emailAddresses.find(({ id }) => id === json.primary_email_address_id) ?? null,
    emailAddresses,
    publicMetadata: json.public_metadata,
    privateMetadata: json.private_metadata,
    unsafeMetadata: json.unsafe_metadata,
    externalId: json.external_id,
    banned: json.banned,
    locked: json.locked,
    lockoutExpiresInSeconds: json.lockout_expires_in_seconds,
    deleteSelfEnabled: json.delete_self_enabled,
    lastSignInAt: json.last_sign_in_at,
    lastActiveAt: json.last_active_at,
    legalAcceptedAt: json.legal_accepted_at,
    createdAt: json.created_at,
    updatedAt: json.updated_at,
  }
}

/** Which users are meant; each member narrows, the values of a list widen. Times are epoch milliseconds. */
export interface UserFilter {
  readonly emailAddress?: readonly string[] | undefined
  readonly userId?: readonly string[] | undefined
  readonly externalId?: readonly string[] | undefined
  /** Part of an id, an address or a name. */
  readonly query?: string | undefined
  readonly emailAddressQuery?: string | undefined
  readonly nameQuery?: string | undefined
  readonly banned?: boolean | undefined
  readonly createdAtBefore?: number | undefined
  readonly createdAtAfter?: number | undefined
  readonly lastActiveAtBefore?: number | undefined
  readonly lastActiveAtAfter?: number | undefined
  readonly lastSignInAtBefore?: number | undefined
  readonly lastSignInAtAfter?: number | undefined
}

/** A filter, a page, and an order such as `-created_at`, `+email_address`. */
export interface UserListParams extends UserFilter, PageParams {
  readonly orderBy?: string | undefined
}

/** Metadata of a user, by who may see and change it. */
export interface MetadataParams {
  readonly publicMetadata?: JsonObject | undefined
  readonly privateMetadata?: JsonObject | undefined
  readonly unsafeMetadata?: JsonObject | undefined
}

/** What may be said of a user; `null` clears. */
export interface UserParams extends MetadataParams {
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
  readonly externalId?: string | null | undefined
  readonly locale?: string | null | undefined
  readonly deleteSelfEnabled?: boolean | undefined
}

/** A user to be made. */
export interface CreateUserParams extends UserParams {
  /** They count as proven; the first one is the primary one. */
  readonly emailAddress?: readonly string[] | undefined
  /** Lets a user have no address. */
  readonly skipUserRequirement?: boolean | undefined
  readonly banned?: boolean | undefined
  readonly locked?: boolean | undefined
}

/** A user to be changed. */
export interface UpdateUserParams extends UserParams {
  readonly primaryEmailAddressId?: string | undefined
}

/** Users. Every method throws {@link LatchkeyApiError}. */
export interface UsersApi {
  getUserList(params?: UserListParams): Promise<Page<User>>
  getCount(filter?: UserFilter): Promise<number>
  getUser(userId: string): Promise<User>
  createUser(params: CreateUserParams): Promise<User>
  /** Metadata given here replace what was there. */
  updateUser(userId: string, params: UpdateUserParams): Promise<User>
  /** Merges into what is there, deeply; a member that is `null` is taken out. */
  updateUserMetadata(userId: string, params: MetadataParams): Promise<User>
  deleteUser(userId: string): Promise<DeletedObject>
  /** Ends all their sessions and lets them in no more. */
  banUser(userId: string): Promise<User>
  unbanUser(userId: string): Promise<User>
  lockUser(userId: string): Promise<User>
  unlockUser(userId: string): Promise<User>
}

/** Makes the calls about users. */
export function usersApi(caller: Caller): UsersApi {
  const getCount: UsersApi['getCount'] = async (filter = {}) => (await caller.call('backend/count-users', filterQuery(filter))).total_count
  return {
    getCount,
    async getUserList(params = {}) {
      const query = { ...filterQuery(params), limit: params.limit, offset: params.offset, order_by: params.orderBy }
      const [users, totalCount] = await Promise.all([caller.call('backend/list-users', query), getCount(params)])
      return { data: users.map(userFromJSON), totalCount }
    },
    getUser: async (userId) => userFromJSON(await caller.call('backend/get-user', { user_id: userId })),
    async createUser(params) {
      const { emailAddress, skipUserRequirement, banned, locked } = params
      const fields = { ...userFields(params), email_address: emailAddress, skip_user_requirement: skipUserRequirement, banned, locked }
      return userFromJSON(await caller.call('backend/create-user', fields))
    },
    async updateUser(userId, params) {
      const fields = { ...userFields(params), primary_email_address_id: params.primaryEmailAddressId }
      return userFromJSON(await caller.call('backend/update-user', { user_id: userId, ...fields }))
    },
    updateUserMetadata: async (userId, params) =>
      userFromJSON(await caller.call('backend/update-user-metadata', { user_id: userId, ...metadataFields(params) })),
    deleteUser: async (userId) => deletedObjectFromJSON(await caller.call('backend/delete-user', { user_id: userId })),
    banUser: async (userId) => userFromJSON(await caller.call('backend/ban-user', { user_id: userId })),
    unbanUser: async (userId) => userFromJSON(await caller.call('backend/unban-user', { user_id: userId })),
    lockUser: async (userId) => userFromJSON(await caller.call('backend/lock-user', { user_id: userId })),
    unlockUser: async (userId) => userFromJSON(await caller.call('backend/unlock-user', { user_id: userId })),
  }
}

function filterQuery(filter: UserFilter) {
  return {
    email_address: filter.emailAddress,
    user_id: filter.userId,
    external_id: filter.externalId,
    query: filter.query,
    email_address_query: filter.emailAddressQuery,
    name_query: filter.nameQuery,
    banned: filter.banned,
    created_at_before: filter.createdAtBefore,
    created_at_after: filter.createdAtAfter,
    last_active_at_before: filter.lastActiveAtBefore,
    last_active_at_after: filter.lastActiveAtAfter,
    last_sign_in_at_before: filter.lastSignInAtBefore,
    last_sign_in_at_after: filter.lastSignInAtAfter,
  } satisfies Given<'backend/count-users'>
}

function userFields(params: UserParams) {
  return {
    first_name: params.firstName,
    last_name: params.lastName,
    external_id: params.externalId,
    locale: params.locale,
    delete_self_enabled: params.deleteSelfEnabled,
    ...metadataFields(params),
  } satisfies Given<'backend/create-user'>
}

function metadataFields(params: MetadataParams) {
  return {
    public_metadata: params.publicMetadata,
    private_metadata: params.privateMetadata,
    unsafe_metadata: params.unsafeMetadata,
  } satisfies Given<'backend/create-user'>
}

import { canonicalEmailAddress } from '../../domain/identifiers/email-address.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { UserFilter } from '../../storage/index.ts'

/** Which users an operator asks for: all that is given must hold, and within a list any. Times are epoch milliseconds. */
export interface FindUsersRequest {
  readonly email_address: readonly string[]
  readonly user_id: readonly string[]
  readonly external_id: readonly string[]
  readonly organization_id: readonly string[]
  /** Filters by what no user here has: a phone number, a username, a wallet, an account elsewhere. */
  readonly nowhere: readonly string[]
  readonly query?: string | undefined
  readonly email_address_query?: string | undefined
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
  const lists = { emailAddress: addresses(request.email_address), userId: ids.included, externalId: externalIds.included }
  const inSomeOrganization = request.organization_id.some((id) => !id.startsWith('-'))
  if (request.nowhere.length > 0 || inSomeOrganization || Object.values(lists).some((list) => list?.length === 0)) return null
  return given({
    ...lists,
    notUserId: ids.excluded,
    notExternalId: externalIds.excluded,
    query: request.query,
    emailAddressQuery: request.email_address_query,
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

/** Nobody has what is no address, so it is passed over. */
function addresses(texts: readonly string[]): readonly string[] | undefined {
  requireFew(texts, 'email_address')
  if (texts.length === 0) return undefined
  return texts.map((text) => canonicalEmailAddress(text)).filter((address) => address !== null)
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

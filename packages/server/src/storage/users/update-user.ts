import type { IdentifierName } from '@latchkey/protocol'
import type { PrimaryIds, User } from '../../domain/user.ts'
import { fold } from '../fold.ts'
import { hotUpdate } from '../hot-update.ts'
import { rename } from '../rename.ts'
import type { UserRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toUser } from './user-row.ts'

/** What may change about a user. */
export type UserPatch = Partial<Omit<User, 'id' | 'updatedAt' | 'primaries'>> & { readonly primaries?: Partial<PrimaryIds> }

const PRIMARY_COLUMNS = { email_address: 'primary_email_address_id' } as const satisfies {
  readonly [Name in IdentifierName]: keyof UserRow
}

const query = hotUpdate('users')

/**
 * Writes the given properties of a user and answers the user as it is then, `null` when there is none. `updatedAt` grows with
 * every call, because SDKs memoize by it.
 * @param now epoch milliseconds
 * @throws {Duplicate} `users_external_id_key` when the external id is taken
 */
export async function updateUser(
  scope: InstanceScope,
  id: string,
  { primaries = {}, ...patch }: UserPatch,
  now: number,
): Promise<User | null> {
  const columns = rename<Omit<UserPatch, 'primaries'>, UserRow>(patch, {
    externalId: 'external_id',
    firstName: 'first_name',
    lastName: 'last_name',
    locale: 'locale',
    publicMetadata: 'public_metadata',
    privateMetadata: 'private_metadata',
    unsafeMetadata: 'unsafe_metadata',
    banned: 'banned',
    lockedUntil: 'locked_until',
    deleteSelfEnabled: 'delete_self_enabled',
    lastSignInAt: 'last_sign_in_at',
    lastActiveAt: 'last_active_at',
    legalAcceptedAt: 'legal_accepted_at',
    createdAt: 'created_at',
  })
  const folded: Partial<UserRow> = {
    ...(patch.firstName === undefined ? {} : { first_name_folded: fold(patch.firstName) }),
    ...(patch.lastName === undefined ? {} : { last_name_folded: fold(patch.lastName) }),
  }
  const row = await query.run(scope, id, {
    ...columns,
    ...rename<Partial<PrimaryIds>, UserRow>(primaries, PRIMARY_COLUMNS),
    ...folded,
    updated_at: now,
  })
  return row && toUser(row)
}

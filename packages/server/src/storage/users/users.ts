import { byIdentifier, IDENTIFIER_NAMES } from '@latchkey/protocol'
import type { Metadata, PrimaryIds, User } from '../../domain/user.ts'
import { fromJson, toFlag } from '../columns.ts'
import { fold } from '../contains.ts'
import { hotUpdate, rename } from '../hot-update.ts'
import { hot, hotInsert } from '../hot.ts'
import type { PrimaryColumns, UserRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

const findUserQuery = hot<{ instanceId: string; id: string }, UserRow>((db, p) =>
  db.selectFrom('users').selectAll().where('instance_id', '=', p('instanceId')).where('id', '=', p('id')),
)

/** The user of an id. */
export async function findUser(scope: InstanceScope, id: string): Promise<User | null> {
  const row = await findUserQuery.first(scope.db, { instanceId: scope.instanceId, id })
  return row && toUser(row)
}

const insertUserQuery = hotInsert('users')

/**
 * Adds a user; the addresses come after it.
 * @throws {Duplicate} `users_external_id_key` when the external id is taken
 */
export async function insertUser(scope: InstanceScope, user: User): Promise<void> {
  await insertUserQuery.run(scope.db, fromUser(scope, user))
}

/** What may change about a user. */
export type UserPatch = Partial<Omit<User, 'id' | 'updatedAt' | 'primaries'>> & { readonly primaries?: Partial<PrimaryIds> }

/** The column of the primary identifier of each kind. */
const PRIMARY_COLUMNS = byIdentifier((name) => `primary_${name}_id` as const)

const updateUserQuery = hotUpdate('users')

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
  const row = await updateUserQuery.run(scope, id, {
    ...columns,
    ...rename<Partial<PrimaryIds>, UserRow>(primaries, PRIMARY_COLUMNS),
    ...folded,
    updated_at: now,
  })
  return row && toUser(row)
}

/** Deletes a user with everything that is theirs: addresses, sessions, attempts, tickets. Clients stay, signed out. */
export async function deleteUser(scope: InstanceScope, id: string): Promise<boolean> {
  const { kysely } = scope.db
  const attempts = kysely.selectFrom('attempts').select('id').where('instance_id', '=', scope.instanceId).where('user_id', '=', id)
  await kysely.deleteFrom('verifications').where('instance_id', '=', scope.instanceId).where('attempt_id', 'in', attempts).execute()
  for (const table of ['attempts', 'one_time', 'sessions', 'identifications'] as const) {
    await kysely.deleteFrom(table).where('instance_id', '=', scope.instanceId).where('user_id', '=', id).execute()
  }
  const { numDeletedRows } = await kysely
    .deleteFrom('users')
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** A row as its domain object. */
export function toUser(row: UserRow): User {
  return {
    id: row.id,
    externalId: row.external_id,
    firstName: row.first_name,
    lastName: row.last_name,
    locale: row.locale,
    primaries: byIdentifier((name) => row[PRIMARY_COLUMNS[name]]),
    publicMetadata: fromJson<Metadata>(row.public_metadata),
    privateMetadata: fromJson<Metadata>(row.private_metadata),
    unsafeMetadata: fromJson<Metadata>(row.unsafe_metadata),
    banned: row.banned === 1,
    lockedUntil: row.locked_until,
    deleteSelfEnabled: row.delete_self_enabled === 1,
    lastSignInAt: row.last_sign_in_at,
    lastActiveAt: row.last_active_at,
    legalAcceptedAt: row.legal_accepted_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** A domain object as its row. */
function fromUser(scope: InstanceScope, user: User): UserRow {
  return {
    instance_id: scope.instanceId,
    id: user.id,
    external_id: user.externalId,
    first_name: user.firstName,
    first_name_folded: fold(user.firstName),
    last_name: user.lastName,
    last_name_folded: fold(user.lastName),
    locale: user.locale,
    ...primariesOf(user),
    public_metadata: JSON.stringify(user.publicMetadata),
    private_metadata: JSON.stringify(user.privateMetadata),
    unsafe_metadata: JSON.stringify(user.unsafeMetadata),
    banned: toFlag(user.banned),
    locked_until: user.lockedUntil,
    delete_self_enabled: toFlag(user.deleteSelfEnabled),
    last_sign_in_at: user.lastSignInAt,
    last_active_at: user.lastActiveAt,
    legal_accepted_at: user.legalAcceptedAt,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  }
}

function primariesOf({ primaries }: User): PrimaryColumns {
  return Object.fromEntries(IDENTIFIER_NAMES.map((name) => [PRIMARY_COLUMNS[name], primaries[name]])) as PrimaryColumns
}

import { fromJson, toFlag } from '../columns.ts'
import type { Metadata, User } from '../../domain/user.ts'
import { fold } from '../fold.ts'
import type { UserRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** A row as its domain object. */
export function toUser(row: UserRow): User {
  return {
    id: row.id,
    externalId: row.external_id,
    firstName: row.first_name,
    lastName: row.last_name,
    locale: row.locale,
    primaries: { email_address: row.primary_email_address_id },
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
export function fromUser(scope: InstanceScope, user: User): UserRow {
  return {
    instance_id: scope.instanceId,
    id: user.id,
    external_id: user.externalId,
    first_name: user.firstName,
    first_name_folded: fold(user.firstName),
    last_name: user.lastName,
    last_name_folded: fold(user.lastName),
    locale: user.locale,
    primary_email_address_id: user.primaries.email_address,
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

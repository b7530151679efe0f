import type { Credential } from '../../domain/credential.ts'
import { hot, hotInsert } from '../hot.ts'
import type { CredentialRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

const insertQuery = hotInsert('credentials')

/**
 * Gives a user, who exists already, something they have enrolled.
 * @throws {Duplicate} `credentials_type_handle_key` when somebody has it
 */
export async function insertCredential(scope: InstanceScope, credential: Credential): Promise<void> {
  await insertQuery.run(scope.db, fromCredential(scope, credential))
}

const listQuery = hot<{ instanceId: string; userId: string }, CredentialRow>((db, p) =>
  db
    .selectFrom('credentials')
    .selectAll()
    .where('instance_id', '=', p('instanceId'))
    .where('user_id', '=', p('userId'))
    .orderBy('created_at')
    .orderBy('id'),
)

/** What a user has enrolled, oldest first. */
export async function listCredentials(scope: InstanceScope, userId: string): Promise<Credential[]> {
  return (await listQuery.all(scope.db, { instanceId: scope.instanceId, userId })).map(toCredential)
}

const useQuery = hot<{ instanceId: string; id: string; seen: string | null; data: string | null; now: number }>((db, p) =>
  db
    .updateTable('credentials')
    .set({ data: p('data'), last_used_at: p('now') })
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('data', '=', p('seen')),
)

/**
 * Notes that a credential was used, and what it holds from now on. False when it is gone or was used meanwhile in a way that changed it:
 * then what was judged was judged by old data, and proves nothing.
 */
export async function useCredential(
  scope: InstanceScope,
  use: { readonly id: string; readonly seen: string; readonly data: string; readonly now: number },
): Promise<boolean> {
  return (await useQuery.run(scope.db, { instanceId: scope.instanceId, ...use })) > 0
}

/** Takes away what a user has enrolled. Answers how many there were. */
export async function deleteCredentials(
  scope: InstanceScope,
  which: { readonly userId: string; readonly ids: readonly string[] },
): Promise<number> {
  if (which.ids.length === 0) return 0
  const { numDeletedRows } = await scope.db.kysely
    .deleteFrom('credentials')
    .where('instance_id', '=', scope.instanceId)
    .where('user_id', '=', which.userId)
    .where('id', 'in', which.ids)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** A row as its domain object. */
export function toCredential(row: CredentialRow): Credential {
  return {
    id: row.id,
    userId: row.user_id,
    type: row.type,
    data: row.data,
    handle: row.handle,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}

/** A domain object as its row. */
function fromCredential(scope: InstanceScope, credential: Credential): CredentialRow {
  return {
    instance_id: scope.instanceId,
    id: credential.id,
    user_id: credential.userId,
    type: credential.type,
    data: credential.data,
    handle: credential.handle,
    name: credential.name,
    created_at: credential.createdAt,
    last_used_at: credential.lastUsedAt,
  }
}

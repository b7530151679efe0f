import type { Client } from '../../domain/client.ts'
import type { ClientRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** A row as its domain object. */
export function toClient(row: ClientRow): Client {
  return {
    id: row.id,
    tokenHash: row.token_hash,
    prevTokenHash: row.prev_token_hash,
    prevUntil: row.prev_until,
    signInId: row.sign_in_id,
    signUpId: row.sign_up_id,
    lastActiveSessionId: row.last_active_session_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** A domain object as its row. */
export function fromClient(scope: InstanceScope, client: Client): ClientRow {
  return {
    instance_id: scope.instanceId,
    id: client.id,
    token_hash: client.tokenHash,
    prev_token_hash: client.prevTokenHash,
    prev_until: client.prevUntil,
    sign_in_id: client.signInId,
    sign_up_id: client.signUpId,
    last_active_session_id: client.lastActiveSessionId,
    created_at: client.createdAt,
    updated_at: client.updatedAt,
  }
}

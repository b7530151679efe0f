import type { Client } from '../../domain/client.ts'
import type { ClientRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** A row as its domain object. */
export function toClient(row: ClientRow): Client {
  return {
    id: row.id,
    tokenHash: row.token_hash,
    ...previousOf(row.prev_token_hash),
    prevUntil: row.prev_until,
    signInId: row.sign_in_id,
    signUpId: row.sign_up_id,
    lastActiveSessionId: row.last_active_session_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/**
 * Marks a token that a sign-in has replaced, before its hash: a version that does not know the mark compares the whole text with the
 * hash of what it is shown, and knows no such token.
 */
const OUTGROWN = 'outgrown:'

function previousOf(text: string | null): Pick<Client, 'prevTokenHash' | 'prevOutgrown'> {
  const prevOutgrown = text?.startsWith(OUTGROWN) ?? false
  return { prevTokenHash: prevOutgrown ? text!.slice(OUTGROWN.length) : text, prevOutgrown }
}

/** The column that holds a client's previous token. */
export function previousText({ prevTokenHash, prevOutgrown }: Pick<Client, 'prevTokenHash' | 'prevOutgrown'>): string | null {
  return prevTokenHash !== null && prevOutgrown ? `${OUTGROWN}${prevTokenHash}` : prevTokenHash
}

/** A domain object as its row. */
export function fromClient(scope: InstanceScope, client: Client): ClientRow {
  return {
    instance_id: scope.instanceId,
    id: client.id,
    token_hash: client.tokenHash,
    prev_token_hash: previousText(client),
    prev_until: client.prevUntil,
    sign_in_id: client.signInId,
    sign_up_id: client.signUpId,
    last_active_session_id: client.lastActiveSessionId,
    created_at: client.createdAt,
    updated_at: client.updatedAt,
  }
}

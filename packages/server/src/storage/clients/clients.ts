import type { Client } from '../../domain/client.ts'
import { hotUpdate, rename } from '../hot-update.ts'
import { hot, hotInsert } from '../hot.ts'
import { countRows, type Page } from '../page.ts'
import type { ClientRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

const findClientQuery = hot<{ instanceId: string; id: string }, ClientRow>((db, p) =>
  db.selectFrom('clients').selectAll().where('instance_id', '=', p('instanceId')).where('id', '=', p('id')),
)

/** The client of an id; whether its token is right is for the caller to compare. */
export async function findClient(scope: InstanceScope, id: string): Promise<Client | null> {
  const row = await findClientQuery.first(scope.db, { instanceId: scope.instanceId, id })
  return row && toClient(row)
}

/** Clients, newest first: ids sort by time. The page is cut from the index, so that deep pages stay cheap. */
export async function listClients(scope: InstanceScope, page: Page): Promise<Client[]> {
  const clients = scope.db.kysely.selectFrom('clients').where('instance_id', '=', scope.instanceId).orderBy('id', 'desc')
  const ids = await clients.select('id').limit(page.limit).offset(page.offset).execute()
  if (ids.length === 0) return []
  const rows = await clients
    .selectAll()
    .where(
      'id',
      'in',
      ids.map(({ id }) => id),
    )
    .execute()
  return rows.map(toClient)
}

/** How many clients the instance has. */
export async function countClients(scope: InstanceScope): Promise<number> {
  return countRows(scope.db.kysely.selectFrom('clients').where('instance_id', '=', scope.instanceId))
}

const insertClientQuery = hotInsert('clients')

/** Adds a client. */
export async function insertClient(scope: InstanceScope, client: Client): Promise<void> {
  await insertClientQuery.run(scope.db, fromClient(scope, client))
}

/** What may change about a client. The three that describe its previous token change together. */
export type ClientPatch = Partial<Omit<Client, 'id' | 'createdAt'>>

const updateClientQuery = hotUpdate('clients')

/**
 * Writes the given properties of a client and leaves the others as they are, as long as its token is still the one that the caller
 * has seen. `updatedAt`, where given, only ever grows.
 * @returns whether it was: a token that was replaced meanwhile writes nothing
 */
export async function updateClient(
  scope: InstanceScope,
  { id, tokenHash }: Pick<Client, 'id' | 'tokenHash'>,
  patch: ClientPatch,
): Promise<boolean> {
  const { prevTokenHash, prevOutgrown, ...more } = patch
  const columns = {
    ...rename<typeof more, ClientRow>(more, {
      tokenHash: 'token_hash',
      prevUntil: 'prev_until',
      signInId: 'sign_in_id',
      signUpId: 'sign_up_id',
      lastActiveSessionId: 'last_active_session_id',
      updatedAt: 'updated_at',
    }),
    ...(prevTokenHash !== undefined && { prev_token_hash: previousText({ prevTokenHash, prevOutgrown: prevOutgrown ?? false }) }),
  }
  return (await updateClientQuery.run(scope, id, columns, { token_hash: tokenHash })) !== null
}

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
function previousText({ prevTokenHash, prevOutgrown }: Pick<Client, 'prevTokenHash' | 'prevOutgrown'>): string | null {
  return prevTokenHash !== null && prevOutgrown ? `${OUTGROWN}${prevTokenHash}` : prevTokenHash
}

/** A domain object as its row. */
function fromClient(scope: InstanceScope, client: Client): ClientRow {
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

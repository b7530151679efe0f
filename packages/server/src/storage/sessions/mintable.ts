import type { Kysely } from 'kysely'
import type { Client } from '../../domain/client.ts'
import type { Session } from '../../domain/session.ts'
import { toClient } from '../clients/clients.ts'
import { hot } from '../hot.ts'
import type { ClientRow, SessionRow, Tables, UserRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toSession } from './sessions.ts'

const findMintableQuery = hot<{ instanceId: string; clientId: string; sessionId: string }, MintableRow>((db, p) =>
  selectMintables(db)
    .where('s.instance_id', '=', p('instanceId'))
    .where('s.id', '=', p('sessionId'))
    .where('s.client_id', '=', p('clientId')),
)

/** All that minting a token asks of the database, in one read; `null` when this client never held this session. */
export async function findMintable(
  scope: InstanceScope,
  ids: { readonly clientId: string; readonly sessionId: string },
): Promise<Mintable | null> {
  const row = await findMintableQuery.first(scope.db, { instanceId: scope.instanceId, clientId: ids.clientId, sessionId: ids.sessionId })
  return row && toMintable(row)
}

const findLastMintableQuery = hot<{ instanceId: string; clientId: string }, MintableRow>((db, p) =>
  selectMintables(db)
    .where('c.instance_id', '=', p('instanceId'))
    .where('c.id', '=', p('clientId'))
    .where('s.instance_id', '=', p('instanceId'))
    .whereRef('s.id', '=', 'c.last_active_session_id'),
)

/** What minting a token for the session last used on a client takes, in one read; `null` when there is no such client or session. */
export async function findLastMintable(scope: InstanceScope, clientId: string): Promise<Mintable | null> {
  const row = await findLastMintableQuery.first(scope.db, { instanceId: scope.instanceId, clientId })
  return row && toMintable(row)
}

/** What a session token is minted from, and what may forbid it. */
export interface Mintable {
  readonly client: Client
  readonly session: Session
  readonly user: { readonly id: string; readonly banned: boolean; readonly lockedUntil: number | null }
}

/** The same as one row of three tables. */
interface MintableRow extends SessionRow, Omit<ClientRow, keyof SessionRow>, Pick<UserRow, 'banned' | 'locked_until'> {
  client_created_at: number
  client_updated_at: number
}

/** Sessions `s` with their clients `c` and users, to be narrowed down to one. */
function selectMintables(db: Kysely<Tables>) {
  return db
    .selectFrom('sessions as s')
    .innerJoin('clients as c', (on) => on.onRef('c.instance_id', '=', 's.instance_id').onRef('c.id', '=', 's.client_id'))
    .innerJoin('users as u', (on) => on.onRef('u.instance_id', '=', 's.instance_id').onRef('u.id', '=', 's.user_id'))
    .selectAll('s')
    .select(['c.token_hash', 'c.prev_token_hash', 'c.prev_until', 'c.sign_in_id', 'c.sign_up_id', 'c.last_active_session_id'])
    .select(['c.created_at as client_created_at', 'c.updated_at as client_updated_at', 'u.banned', 'u.locked_until'])
}

/** A row as domain objects. */
function toMintable(row: MintableRow): Mintable {
  const client = toClient({ ...row, id: row.client_id, created_at: row.client_created_at, updated_at: row.client_updated_at })
  return { client, session: toSession(row), user: { id: row.user_id, banned: row.banned === 1, lockedUntil: row.locked_until } }
}

import type { Kysely } from 'kysely'
import type { EnrolledUser } from '../../domain/credential.ts'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import type { ExternalAccount } from '../../domain/proof.ts'
import { toCredential } from '../credentials/credentials.ts'
import { hot } from '../hot.ts'
import type { CredentialRow, Tables, UserRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toUser } from './users.ts'

type Joined<Column extends string> = `credential_${Column}`

/** A user with the columns of one credential, all `null` where there is none. A user has as many rows as credentials, or one. */
type EnrolledRow = UserRow & {
  [Column in 'id' | 'type' | 'data' | 'handle' | 'name' | 'created_at' | 'last_used_at' as Joined<Column>]: CredentialRow[Column] | null
}

/** One statement whether anything is enrolled or not: this is asked in every sign-in. */
function selectEnrolled(db: Kysely<Tables>) {
  return db
    .selectFrom('users as u')
    .leftJoin('credentials as c', (on) => on.onRef('c.instance_id', '=', 'u.instance_id').onRef('c.user_id', '=', 'u.id'))
    .selectAll('u')
    .select([
      'c.id as credential_id',
      'c.type as credential_type',
      'c.data as credential_data',
      'c.handle as credential_handle',
      'c.name as credential_name',
      'c.created_at as credential_created_at',
      'c.last_used_at as credential_last_used_at',
    ])
}

const byId = hot<{ instanceId: string; id: string }, EnrolledRow>((db, p) =>
  selectEnrolled(db).where('u.instance_id', '=', p('instanceId')).where('u.id', '=', p('id')),
)

const byIdentifier = hot<{ instanceId: string; type: string; value: string }, EnrolledRow>((db, p) =>
  selectEnrolled(db)
    .innerJoin('identifications as i', (on) => on.onRef('i.instance_id', '=', 'u.instance_id').onRef('i.user_id', '=', 'u.id'))
    .where('i.instance_id', '=', p('instanceId'))
    .where('i.type', '=', p('type'))
    .where('i.value', '=', p('value')),
)

const byAccount = hot<{ instanceId: string; strategy: string; handle: string }, EnrolledRow>((db, p) =>
  selectEnrolled(db)
    .innerJoin('credentials as k', (on) => on.onRef('k.instance_id', '=', 'u.instance_id').onRef('k.user_id', '=', 'u.id'))
    .where('k.instance_id', '=', p('instanceId'))
    .where('k.type', '=', p('strategy'))
    .where('k.handle', '=', p('handle')),
)

/** What a user with what they have enrolled is found by. */
export type EnrolledKey =
  | { readonly type: 'id'; readonly id: string }
  | { readonly type: 'identifier'; readonly identifier: Identifier }
  | { readonly type: 'external_account'; readonly account: ExternalAccount }

/** A user with what they have enrolled; `null` when there is none such. */
export async function findEnrolledUser(scope: InstanceScope, key: EnrolledKey): Promise<EnrolledUser | null> {
  const rows = await rowsOf(scope, key)
  const [first] = rows
  if (first === undefined) return null
  return { ...toUser(first), credentials: rows.flatMap((row) => (row.credential_id === null ? [] : [credentialIn(row)])) }
}

function rowsOf({ db, instanceId }: InstanceScope, key: EnrolledKey): Promise<readonly EnrolledRow[]> {
  switch (key.type) {
    case 'id':
      return byId.all(db, { instanceId, id: key.id })
    case 'identifier':
      return byIdentifier.all(db, { instanceId, type: key.identifier.type, value: key.identifier.value })
    case 'external_account':
      return byAccount.all(db, { instanceId, strategy: key.account.strategy, handle: key.account.handle })
    default:
      return key satisfies never
  }
}

function credentialIn(row: EnrolledRow) {
  return toCredential({
    instance_id: row.instance_id,
    user_id: row.id,
    id: row.credential_id!,
    type: row.credential_type!,
    data: row.credential_data,
    handle: row.credential_handle,
    name: row.credential_name,
    created_at: row.credential_created_at!,
    last_used_at: row.credential_last_used_at,
  })
}

import { type Kysely, sql } from 'kysely'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import type { UserView } from '../../domain/user.ts'
import { selectAttempts, toAttempt } from '../attempts/attempts.ts'
import { listPendingIdentifications } from '../attempts/pending-identifications.ts'
import { listCredentials } from '../credentials/credentials.ts'
import { hot } from '../hot.ts'
import { toIdentification } from '../identifications/identifications.ts'
import type { IdentificationRow, Tables, UserRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { toUser } from './users.ts'

type Joined<Column extends string> = `identification_${Column}`

/** A user with the columns of one identification, all `null` where there is none. A user has as many rows as identifications, or one. */
type ViewRow = UserRow & { is_adding: number; is_enrolled: number } & {
  [Column in Exclude<keyof IdentificationRow, 'instance_id' | 'user_id'> as Joined<Column>]: IdentificationRow[Column] | null
}

function selectViews(db: Kysely<Tables>) {
  return db
    .selectFrom('users as u')
    .leftJoin('identifications as i', (on) => on.onRef('i.instance_id', '=', 'u.instance_id').onRef('i.user_id', '=', 'u.id'))
    .selectAll('u')
    .select([
      'i.id as identification_id',
      'i.type as identification_type',
      'i.value as identification_value',
      'i.proven_by as identification_proven_by',
      'i.created_at as identification_created_at',
      'i.updated_at as identification_updated_at',
    ])
    .select(
      sql<number>`case when exists (select 1 from "attempts" as "a" where "a"."instance_id" = "u"."instance_id" and "a"."user_id" = "u"."id"
        and "a"."kind" = 'identification' and "a"."status" = 'open') then 1 else 0 end`.as('is_adding'),
    )
    .select(
      sql<number>`case when exists (select 1 from "credentials" as "c" where "c"."instance_id" = "u"."instance_id"
        and "c"."user_id" = "u"."id") then 1 else 0 end`.as('is_enrolled'),
    )
    .orderBy('i.created_at')
    .orderBy('i.id')
}

const byId = hot<{ instanceId: string; id: string }, ViewRow>((db, p) =>
  selectViews(db).where('u.instance_id', '=', p('instanceId')).where('u.id', '=', p('id')),
)

const byIdentifier = hot<{ instanceId: string; type: string; value: string }, ViewRow>((db, p) =>
  selectViews(db)
    .innerJoin('identifications as k', (on) => on.onRef('k.instance_id', '=', 'u.instance_id').onRef('k.user_id', '=', 'u.id'))
    .where('k.instance_id', '=', p('instanceId'))
    .where('k.type', '=', p('type'))
    .where('k.value', '=', p('value')),
)

/** A user with all that its wire form shows; one statement, and another where they are adding something, or have enrolled something. */
export async function findUserView(scope: InstanceScope, id: string): Promise<UserView | null> {
  return viewIn(scope, await byId.all(scope.db, { instanceId: scope.instanceId, id }))
}

/** The same for who has proven this identifier; `null` when nobody has. The value is in its canonical form. */
export async function findOwnersView(scope: InstanceScope, { type, value }: Identifier): Promise<UserView | null> {
  return viewIn(scope, await byIdentifier.all(scope.db, { instanceId: scope.instanceId, type, value }))
}

async function viewIn(scope: InstanceScope, rows: readonly ViewRow[]): Promise<UserView | null> {
  const [first] = rows
  if (first === undefined) return null
  const identifications = rows.flatMap((row) => (row.identification_id === null ? [] : [identificationIn(row)]))
  const [pending, credentials] = await Promise.all([
    first.is_adding === 1 ? listPendingIdentifications(scope, first.id) : [],
    first.is_enrolled === 1 ? listCredentials(scope, first.id) : [],
  ])
  return { user: toUser(first), identifications, pending, enrolled: credentials.map(({ type, createdAt }) => ({ type, createdAt })) }
}

function identificationIn(row: ViewRow) {
  return toIdentification({
    instance_id: row.instance_id,
    user_id: row.id,
    id: row.identification_id!,
    type: row.identification_type!,
    value: row.identification_value!,
    proven_by: row.identification_proven_by!,
    created_at: row.identification_created_at!,
    updated_at: row.identification_updated_at!,
  })
}

/** Users with all that their wire forms show, by id; four queries for any number of them. */
export async function findUserViews(scope: InstanceScope, ids: readonly string[]): Promise<Map<string, UserView>> {
  const [only] = ids
  if (only === undefined) return new Map()
  if (ids.length === 1) return viewOf(scope, only)
  const { kysely } = scope.db
  const [users, identifications, credentials, pending] = await Promise.all([
    kysely.selectFrom('users').selectAll().where('instance_id', '=', scope.instanceId).where('id', 'in', ids).execute(),
    kysely
      .selectFrom('identifications')
      .selectAll()
      .where('instance_id', '=', scope.instanceId)
      .where('user_id', 'in', ids)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    kysely
      .selectFrom('credentials')
      .select(['user_id', 'type', 'created_at as createdAt'])
      .where('instance_id', '=', scope.instanceId)
      .where('user_id', 'in', ids)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    selectAttempts(kysely)
      .where('a.instance_id', '=', scope.instanceId)
      .where('a.user_id', 'in', ids)
      .where('a.kind', '=', 'identification')
      .where('a.status', '=', 'open')
      .orderBy('a.created_at')
      .orderBy('a.id')
      .execute(),
  ])
  const identificationsOf = Map.groupBy(identifications, (row) => row.user_id)
  const credentialsOf = Map.groupBy(credentials, (row) => row.user_id)
  const pendingOf = Map.groupBy(pending, (row) => row.user_id)
  return new Map(
    users.map((row) => [
      row.id,
      {
        user: toUser(row),
        identifications: (identificationsOf.get(row.id) ?? []).map(toIdentification),
        enrolled: (credentialsOf.get(row.id) ?? []).map(({ type, createdAt }) => ({ type, createdAt })),
        pending: (pendingOf.get(row.id) ?? []).map((attempt) => toAttempt<'identification'>(attempt)),
      },
    ]),
  )
}

/** One user is the rule, on every answer to a browser: these queries are written already. */
async function viewOf(scope: InstanceScope, id: string): Promise<Map<string, UserView>> {
  const view = await findUserView(scope, id)
  return new Map(view ? [[id, view]] : [])
}

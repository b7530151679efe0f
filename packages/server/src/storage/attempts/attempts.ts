import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import {
  type AnyAttempt,
  type Attempt,
  type AttemptKind,
  type AttemptStatus,
  type Verifications,
  verificationsIn,
  withVerification,
} from '../../domain/attempt.ts'
import type { Client } from '../../domain/client.ts'
import { FIRST_SLOT, type Slot, type SlotsOf } from '../../domain/slot.ts'
import { toClient } from '../clients/clients.ts'
import { toFlag } from '../columns.ts'
import { hot, hotInsert } from '../hot.ts'
import type { AttemptRow, ClientRow, FurtherVerificationRow, Tables, VerificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { putVerification, toVerification } from '../verifications/verifications.ts'
import { readState, writeState } from './attempt-state.ts'

const findAttemptQuery = hot<{ instanceId: string; id: string; kind: string }, AttemptFurtherJoinRow>((db, p) =>
  withFurtherVerifications(selectAttempts(db))
    .where('a.instance_id', '=', p('instanceId'))
    .where('a.id', '=', p('id'))
    .where('a.kind', '=', p('kind')),
)

/** The attempt of an id, if it is of this kind, with its verifications. Whether it is abandoned is for the reader to judge. */
export async function findAttempt<Kind extends AttemptKind>(scope: InstanceScope, id: string, kind: Kind): Promise<Attempt<Kind> | null> {
  const rows = await findAttemptQuery.all(scope.db, { instanceId: scope.instanceId, id, kind })
  const [first] = rows
  return first === undefined ? null : rows.reduce(withFurther, toAttempt<Kind>(first))
}

type Own<Column extends string> = `own_${Column}`

/** The columns of a client beside those of an attempt. */
type OwnClientRow = { [Column in Exclude<keyof ClientRow, 'instance_id'> as Own<Column>]: ClientRow[Column] }

const findClientAttemptQuery = hot<
  { instanceId: string; clientId: string; id: string; kind: string; since: number },
  OwnClientRow & { knows_user: number } & ({ id: null } | AttemptFurtherJoinRow)
>(
  (db, p) =>
    withFurtherVerifications(
      withFirstVerification(
        db
          .selectFrom('clients as c')
          .leftJoin('attempts as a', (on) =>
            on
              .onRef('a.instance_id', '=', 'c.instance_id')
              .onRef('a.client_id', '=', 'c.id')
              .on('a.id', '=', p('id'))
              .on('a.kind', '=', p('kind')),
          ) as unknown as AttemptsQuery,
      ),
    )
      .select(CLIENT_COLUMNS.map((column) => sql.ref(`c.${column}`).as(`own_${column}`)))
      .select(
        sql<number>`case when exists (select 1 from "sessions" as "s" where "s"."instance_id" = "c"."instance_id"
        and "s"."client_id" = "c"."id" and "s"."user_id" = "a"."user_id" and "s"."created_at" > ${p('since')}) then 1 else 0 end`.as(
          'knows_user',
        ),
      )
      .where(sql<boolean>`"c"."instance_id" = ${p('instanceId')} and "c"."id" = ${p('clientId')}`) as never,
)

const CLIENT_COLUMNS = [
  'id',
  'token_hash',
  'prev_token_hash',
  'prev_until',
  'sign_in_id',
  'sign_up_id',
  'last_active_session_id',
  'created_at',
  'updated_at',
] as const satisfies readonly Exclude<keyof ClientRow, 'instance_id'>[]

/**
 * A client, and an attempt of this kind that is its own, in one read. The attempt is `null` when there is none such.
 * @param which.since epoch milliseconds: `knowsUser` tells whether the client had a session of the attempt's user that began after it
 */
export async function findClientAttempt(
  scope: InstanceScope,
  which: { readonly clientId: string; readonly id: string; readonly kind: AttemptKind; readonly since: number },
): Promise<{ readonly client: Client; readonly attempt: AnyAttempt | null; readonly knowsUser: boolean } | null> {
  const rows = await findClientAttemptQuery.all(scope.db, { instanceId: scope.instanceId, ...which })
  const [first] = rows
  if (first === undefined) return null
  const own = Object.fromEntries(CLIENT_COLUMNS.map((column) => [column, first[`own_${column}`]])) as unknown as ClientRow
  const attempt = first.id === null ? null : (rows as readonly AttemptFurtherJoinRow[]).reduce(withFurther, toAttempt(first))
  return { client: toClient(own), attempt: attempt as AnyAttempt | null, knowsUser: first.knows_user === 1 }
}

const insertAttemptQuery = hotInsert('attempts')

/** Adds an attempt, and what it asks for already. */
export async function insertAttempt(scope: InstanceScope, attempt: Attempt): Promise<void> {
  await insertAttemptQuery.run(scope.db, fromAttempt(scope, attempt))
  for (const [slot, verification] of verificationsIn(attempt)) await putVerification(scope, attempt.id, slot, verification)
}

const saveAttemptQuery = hot<AttemptRow>((db, p) =>
  db
    .updateTable('attempts')
    .set((row) => ({
      state: p('state'),
      status: p('status'),
      user_id: p('user_id'),
      email_address: p('email_address'),
      decoy: p('decoy'),
      version: row('version', '+', 1),
      updated_at: p('updated_at'),
    }))
    .where('instance_id', '=', p('instance_id'))
    .where('id', '=', p('id'))
    .where('version', '=', p('version')),
)

/**
 * Writes what a step decided, if nobody else stepped meanwhile: `attempt.version` is the version that was read, and the row's
 * goes up by one. False when somebody did; then nothing is written, and what was decided was decided on old news.
 */
export async function saveAttempt(scope: InstanceScope, attempt: Attempt): Promise<boolean> {
  return (await saveAttemptQuery.run(scope.db, fromAttempt(scope, attempt))) > 0
}

/** Gives up an attempt that somebody saw to be over: a clock set back does not bring it to life. */
export async function abandonAttempt(
  scope: InstanceScope,
  what: Pick<Attempt, 'id' | 'version'> & { readonly now: number },
): Promise<void> {
  await scope.db.kysely
    .updateTable('attempts')
    .set((row) => ({ status: 'abandoned' as const, version: row('version', '+', 1), updated_at: what.now }))
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', what.id)
    .where('status', '=', 'open')
    .where('version', '=', what.version)
    .execute()
}

const deleteQueries = (['verifications', 'attempts'] as const).map((table) =>
  hot<{ instanceId: string; id: string }>((db, p) =>
    db
      .deleteFrom(table)
      .where('instance_id', '=', p('instanceId'))
      .where((table === 'attempts' ? 'id' : 'attempt_id') as 'id', '=', p('id')),
  ),
)

/** Deletes an attempt and its verification, by two statements that travel together. */
export async function deleteAttempt({ db, instanceId }: InstanceScope, id: string): Promise<boolean> {
  const [, attempts = 0] = await Promise.all(deleteQueries.map((query) => query.run(db, { instanceId, id })))
  return attempts > 0
}

type AttemptsQuery = SelectQueryBuilder<Tables & { a: Tables['attempts'] }, 'a', object>

/** Attempts with the verification in their first slot, as a query to go on with: `a` is the attempt, `v` the verification. */
export function selectAttempts(db: Kysely<Tables>) {
  return withFirstVerification(db.selectFrom('attempts as a'))
}

function withFirstVerification(attempts: AttemptsQuery) {
  return attempts
    .leftJoin('verifications as v', (on) => on.onRef('v.instance_id', '=', 'a.instance_id').onRef('v.attempt_id', '=', 'a.id'))
    .selectAll('a')
    .select([
      'v.id as verification_id',
      'v.strategy',
      'v.target',
      'v.secret',
      'v.guesses',
      'v.sends',
      'v.sent_at',
      'v.expires_at',
      'v.consumed_at',
      'v.verified_by_client_id',
      'v.redirect_url',
      'v.disclosed',
      'v.requested_ip_address',
      'v.requested_user_agent',
    ])
}

/** The same with the verifications in other slots, `f`: a row for each of them. */
function withFurtherVerifications(attempts: ReturnType<typeof withFirstVerification>) {
  return attempts
    .leftJoin('further_verifications as f', (on) => on.onRef('f.instance_id', '=', 'a.instance_id').onRef('f.attempt_id', '=', 'a.id'))
    .select([
      'f.slot as further_slot',
      'f.id as further_id',
      'f.strategy as further_strategy',
      'f.target as further_target',
      'f.secret as further_secret',
      'f.guesses as further_guesses',
      'f.sends as further_sends',
      'f.sent_at as further_sent_at',
      'f.expires_at as further_expires_at',
      'f.consumed_at as further_consumed_at',
      'f.verified_by_client_id as further_verified_by_client_id',
      'f.redirect_url as further_redirect_url',
      'f.disclosed as further_disclosed',
      'f.requested_ip_address as further_requested_ip_address',
      'f.requested_user_agent as further_requested_user_agent',
    ])
}

/** Columns of the verification beside which the attempt has one of the same name. */
interface Renamed {
  verification_id: VerificationRow['id']
}

type VerificationColumns = Omit<VerificationRow, 'instance_id' | 'attempt_id' | 'judged' | 'id'> & Renamed

/** An attempt with the columns of the verification in its first slot, all `null` when nothing was prepared there. */
export type AttemptJoinRow = AttemptRow & { [Column in keyof VerificationColumns]: VerificationColumns[Column] | null }

type Further<Column extends string> = `further_${Column}`

/** The same with the columns of one verification in another slot. An attempt has as many rows as it has of these, or one. */
type AttemptFurtherJoinRow = AttemptJoinRow & {
  [Column in keyof Omit<FurtherVerificationRow, 'instance_id' | 'attempt_id' | 'judged'> as Further<Column>]:
    | FurtherVerificationRow[Column]
    | null
}

/** A row as its domain object. */
export function toAttempt<Kind extends AttemptKind>(row: AttemptJoinRow): Attempt<Kind> {
  return {
    id: row.id,
    kind: row.kind as Kind,
    clientId: row.client_id,
    userId: row.user_id,
    decoy: row.decoy === 1,
    state: readState(row.kind as Kind, row.state),
    version: row.version,
    status: row.status as AttemptStatus,
    abandonAt: row.abandon_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    verifications: firstOf<Kind>(row),
  }
}

/** An attempt with what a row of it tells of another slot. */
function withFurther<Kind extends AttemptKind>(attempt: Attempt<Kind>, row: AttemptFurtherJoinRow): Attempt<Kind> {
  if (row.further_id === null) return attempt
  const further = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])),
  )
  return withVerification<Kind, Attempt<Kind>>(
    attempt,
    further.slot as SlotsOf[Kind],
    toVerification(further as unknown as FurtherVerificationRow),
  )
}

/** A domain object as its row, without its verifications. */
function fromAttempt(scope: InstanceScope, attempt: Attempt): AttemptRow {
  return {
    instance_id: scope.instanceId,
    id: attempt.id,
    kind: attempt.kind,
    client_id: attempt.clientId,
    user_id: attempt.userId,
    email_address: isIdentification(attempt) ? attempt.state.identifier.value : null,
    decoy: toFlag(attempt.decoy),
    state: writeState(attempt.kind, attempt.state),
    version: attempt.version,
    status: attempt.status,
    abandon_at: attempt.abandonAt,
    created_at: attempt.createdAt,
    updated_at: attempt.updatedAt,
  }
}

const prefix = 'further_' satisfies Further<''>

function firstOf<Kind extends AttemptKind>(row: AttemptJoinRow): Verifications<Kind> {
  const slot: Slot = FIRST_SLOT[row.kind as Kind]
  return (hasVerification(row) ? { [slot]: toVerification({ ...row, id: row.verification_id }) } : {}) as Verifications<Kind>
}

function hasVerification(row: AttemptJoinRow): row is AttemptRow & VerificationColumns {
  return row.verification_id !== null
}

function isIdentification(attempt: Attempt): attempt is Attempt<'identification'> {
  return attempt.kind === 'identification'
}

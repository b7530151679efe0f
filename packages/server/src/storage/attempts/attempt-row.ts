import { type Attempt, type AttemptKind, type AttemptStatus, type Verifications, withVerification } from '../../domain/attempt.ts'
import { FIRST_SLOT, type Slot, type SlotsOf } from '../../domain/slot.ts'
import { toFlag } from '../columns.ts'
import type { AttemptRow, FurtherVerificationRow, VerificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { readState, writeState } from './attempt-state.ts'
import { toVerification } from '../verifications/verification-row.ts'

/** Columns of the verification beside which the attempt has one of the same name. */
interface Renamed {
  verification_id: VerificationRow['id']
}

type VerificationColumns = Omit<VerificationRow, 'instance_id' | 'attempt_id' | 'judged' | 'id'> & Renamed

/** An attempt with the columns of the verification in its first slot, all `null` when nothing was prepared there. */
export type AttemptJoinRow = AttemptRow & { [Column in keyof VerificationColumns]: VerificationColumns[Column] | null }

type Further<Column extends string> = `further_${Column}`

/** The same with the columns of one verification in another slot. An attempt has as many rows as it has of these, or one. */
export type AttemptFurtherJoinRow = AttemptJoinRow & {
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
export function withFurther<Kind extends AttemptKind>(attempt: Attempt<Kind>, row: AttemptFurtherJoinRow): Attempt<Kind> {
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
export function fromAttempt(scope: InstanceScope, attempt: Attempt): AttemptRow {
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

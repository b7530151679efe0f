import type { Attempt, AttemptKind, AttemptStatus } from '../../domain/attempt.ts'
import { toFlag } from '../columns.ts'
import type { AttemptRow, VerificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { readState, writeState } from './attempt-state.ts'
import { toVerification } from '../verifications/verification-row.ts'

/** Columns of the verification beside which the attempt has one of the same name. */
interface Renamed {
  verification_id: VerificationRow['id']
}

type VerificationColumns = Omit<VerificationRow, 'instance_id' | 'attempt_id' | 'judged' | 'id'> & Renamed

/** An attempt with the columns of its verification, all `null` when nothing was prepared. */
export type AttemptJoinRow = AttemptRow & { [Column in keyof VerificationColumns]: VerificationColumns[Column] | null }

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
    verification: hasVerification(row) ? toVerification({ ...row, id: row.verification_id }) : null,
  }
}

/** A domain object as its row, without its verification. */
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

function hasVerification(row: AttemptJoinRow): row is AttemptRow & VerificationColumns {
  return row.verification_id !== null
}

function isIdentification(attempt: Attempt): attempt is Attempt<'identification'> {
  return attempt.kind === 'identification'
}

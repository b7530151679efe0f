import type { Attempt } from '../../domain/attempt.ts'
import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { putVerification } from '../verifications/put-verification.ts'
import { fromAttempt } from './attempt-row.ts'

const query = hotInsert('attempts')

/** Adds an attempt, and its verification when it has one already. */
export async function insertAttempt(scope: InstanceScope, attempt: Attempt): Promise<void> {
  await query.run(scope.db, fromAttempt(scope, attempt))
  if (attempt.verification) await putVerification(scope, attempt.id, attempt.verification)
}

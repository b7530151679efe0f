import { type Attempt, verificationsIn } from '../../domain/attempt.ts'
import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { putVerification } from '../verifications/put-verification.ts'
import { fromAttempt } from './attempt-row.ts'

const query = hotInsert('attempts')

/** Adds an attempt, and what it asks for already. */
export async function insertAttempt(scope: InstanceScope, attempt: Attempt): Promise<void> {
  await query.run(scope.db, fromAttempt(scope, attempt))
  for (const [slot, verification] of verificationsIn(attempt)) await putVerification(scope, attempt.id, slot, verification)
}

import { type StrategyName, traitsOf } from '@latchkey/protocol'
import type { Verification } from '../../domain/attempt.ts'
import type { Disclosed } from '../../domain/disclosed.ts'
import { fromJson } from '../columns.ts'
import type { VerificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** A row as its domain object. */
export function toVerification(row: Omit<VerificationRow, 'instance_id' | 'attempt_id' | 'judged'>): Verification {
  return {
    id: row.id,
    strategy: row.strategy as StrategyName,
    target: targetOf(row.strategy as StrategyName, row.target),
    secret: row.secret,
    guesses: row.guesses,
    sends: row.sends,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    consumedAt: row.consumed_at,
    verifiedByClientId: row.verified_by_client_id,
    disclosed: row.disclosed === null ? null : fromJson<Disclosed>(row.disclosed),
    redirectUrl: row.redirect_url,
    requestedFrom: { ipAddress: row.requested_ip_address, userAgent: row.requested_user_agent },
  }
}

/** A domain object as its row. */
export function fromVerification(scope: InstanceScope, attemptId: string, verification: Verification): VerificationRow {
  return {
    instance_id: scope.instanceId,
    attempt_id: attemptId,
    id: verification.id,
    strategy: verification.strategy,
    target: verification.target?.value ?? '',
    secret: verification.secret,
    guesses: verification.guesses,
    judged: 0,
    sends: verification.sends,
    sent_at: verification.sentAt,
    expires_at: verification.expiresAt,
    consumed_at: verification.consumedAt,
    verified_by_client_id: verification.verifiedByClientId,
    redirect_url: verification.redirectUrl,
    disclosed: verification.disclosed && JSON.stringify(verification.disclosed),
    requested_ip_address: verification.requestedFrom.ipAddress,
    requested_user_agent: verification.requestedFrom.userAgent,
  }
}

/** A strategy is for one kind of identifier, so its name tells the kind. */
function targetOf(strategy: StrategyName, value: string): Verification['target'] {
  const type = traitsOf(strategy)?.identifier ?? null
  return type === null ? null : { type, value }
}

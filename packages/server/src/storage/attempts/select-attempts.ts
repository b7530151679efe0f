import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/** Attempts with their verifications, as a query to go on with: `a` is the attempt, `v` the verification. */
export function selectAttempts(db: Kysely<Tables>) {
  return db
    .selectFrom('attempts as a')
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
      'v.requested_ip_address',
      'v.requested_user_agent',
    ])
}

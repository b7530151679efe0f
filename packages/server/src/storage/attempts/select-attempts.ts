import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/** Attempts with the verification in their first slot, as a query to go on with: `a` is the attempt, `v` the verification. */
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
      'v.disclosed',
      'v.requested_ip_address',
      'v.requested_user_agent',
    ])
}

/** The same with the verifications in other slots, `f`: a row for each of them. */
export function selectWithFurther(db: Kysely<Tables>) {
  return selectAttempts(db)
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

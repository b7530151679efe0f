import type { Verification } from '../../domain/attempt.ts'
import type { Slot } from '../../domain/slot.ts'
import type { FurtherVerificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { hotPerSlot, tableOf } from './per-slot.ts'
import { fromVerification } from './verification-row.ts'

/** What a resend replaces: everything but the counts of guesses and verdicts. */
const replaced = [
  'id',
  'strategy',
  'target',
  'secret',
  'sends',
  'sent_at',
  'expires_at',
  'consumed_at',
  'verified_by_client_id',
  'redirect_url',
  'disclosed',
  'requested_ip_address',
  'requested_user_agent',
] as const

const query = hotPerSlot<FurtherVerificationRow & { readonly known_consumed_at: number | null }>((db, p, { table }) =>
  db
    .insertInto(table)
    .values({
      instance_id: p('instance_id'),
      attempt_id: p('attempt_id'),
      id: p('id'),
      strategy: p('strategy'),
      target: p('target'),
      secret: p('secret'),
      guesses: p('guesses'),
      judged: p('judged'),
      sends: p('sends'),
      sent_at: p('sent_at'),
      expires_at: p('expires_at'),
      consumed_at: p('consumed_at'),
      verified_by_client_id: p('verified_by_client_id'),
      redirect_url: p('redirect_url'),
      disclosed: p('disclosed'),
      requested_ip_address: p('requested_ip_address'),
      requested_user_agent: p('requested_user_agent'),
      ...(isFurther(table) && { slot: p('slot') }),
    })
    .onConflict((on) =>
      on
        .columns(['instance_id', 'attempt_id', ...(isFurther(table) ? ['slot' as 'attempt_id'] : [])])
        .doUpdateSet((row) => Object.fromEntries(replaced.map((column) => [column, row.ref(`excluded.${column}`)])))
        .where((row) => {
          const consumed = `${table}.consumed_at` as 'verifications.consumed_at'
          return row.or([row(consumed, 'is', null), row(consumed, '=', p('known_consumed_at'))])
        }),
    ),
)

/**
 * Sets the proof an attempt asks for in a slot. A second one replaces the first, whose secret is good for nothing from then on; the
 * guesses already made stay counted, so that asking again buys none. One that was used up stays so, unless the caller knew: false then.
 * @param known the verification that the slot had when the attempt was read
 */
export async function putVerification(
  scope: InstanceScope,
  attemptId: string,
  slot: Slot,
  verification: Verification,
  known: Verification | null = null,
): Promise<boolean> {
  const row = fromVerification(scope, attemptId, verification)
  return (await query(slot).run(scope.db, { ...row, slot, known_consumed_at: known?.consumedAt ?? null })) > 0
}

function isFurther(table: ReturnType<typeof tableOf>): boolean {
  return table === 'further_verifications'
}

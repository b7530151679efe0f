import { type StrategyName, traitsOf } from '@latchkey/protocol'
import { sql } from 'kysely'
import type { Verification } from '../../domain/attempt.ts'
import type { Disclosed } from '../../domain/disclosed.ts'
import type { Slot } from '../../domain/slot.ts'
import { fromJson } from '../columns.ts'
import type { FurtherVerificationRow, VerificationRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { hotPerSlot, type SlotKey, tableOf } from './per-slot.ts'

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

/** What is replaced, as it was when that was decided. */
interface Known {
  readonly known_sends: number
  readonly known_consumed_at: number | null
}

const putVerificationQuery = hotPerSlot<FurtherVerificationRow & Known>((db, p, { table }) =>
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
          const isKnown = row(`${table}.sends` as 'verifications.sends', '=', p('known_sends'))
          return row.and([isKnown, row.or([row(consumed, 'is', null), row(consumed, '=', p('known_consumed_at'))])])
        }),
    ),
)

/**
 * Sets the proof an attempt asks for in a slot. A second one replaces the first, whose secret is good for nothing from then on; the
 * guesses already made stay counted, so that asking again buys none. One that was used up or put there since the attempt was read stays:
 * false then.
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
  const replacing = { known_sends: known?.sends ?? 0, known_consumed_at: known?.consumedAt ?? null }
  return (await putVerificationQuery(slot).run(scope.db, { ...row, slot, ...replacing })) > 0
}

function isFurther(table: ReturnType<typeof tableOf>): boolean {
  return table === 'further_verifications'
}

interface Use {
  readonly id: string
  /** As it was when the proof was judged: a message that was sent since has made what was judged worthless. */
  readonly sends: number
  readonly now: number
  readonly clientId: string | null
  /** 1 when this is a guess that is counted as it is used, 0 when it was counted before. */
  readonly guesses: 0 | 1
  /** How many guesses may be judged. */
  readonly max: number
}

const consumeVerificationQuery = hotPerSlot<Use & { readonly instanceId: string }>((db, p, { table }) => {
  const integer = (name: 'guesses' | 'max') => sql<number>`cast(${p(name)} as bigint)`
  return db
    .updateTable(table)
    .set((row) => ({
      consumed_at: p('now'),
      verified_by_client_id: p('clientId'),
      secret: null,
      guesses: row('guesses', '+', integer('guesses')),
      judged: row('judged', '+', integer('guesses')),
    }))
    .where('instance_id', '=', p('instanceId'))
    .where('id', '=', p('id'))
    .where('sends', '=', p('sends'))
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', p('now'))
    .where((row) => row(row('guesses', '+', integer('guesses')), '<=', integer('max')))
})

/** Uses a verification up and erases its secret. False when it was used, replaced, expired or guessed too often: then it proves nothing. */
export async function consumeVerification(scope: InstanceScope, { slot, ...use }: Use & { readonly slot: Slot }): Promise<boolean> {
  return (await consumeVerificationQuery(slot).run(scope.db, { instanceId: scope.instanceId, ...use })) > 0
}

const countGuessQuery = hotPerSlot<SlotKey & { readonly now: number; readonly max: number }, VerificationRow>((db, p, { table, one }) =>
  db
    .updateTable(table)
    .set((row) => ({ guesses: row('guesses', '+', 1), judged: row('judged', '+', 1) }))
    .where(one)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', p('now'))
    .where('guesses', '<', p('max'))
    .returningAll(),
)

/**
 * Counts a guess before anybody looks at it, and hands out the secret to judge it by. `null`: used, expired or guessed
 * too often, and then there is nothing to compare with.
 */
export async function countGuess(
  scope: InstanceScope,
  guess: { readonly attemptId: string; readonly slot: Slot; readonly now: number; readonly max: number },
): Promise<Verification | null> {
  const row = await countGuessQuery(guess.slot).first(scope.db, { instanceId: scope.instanceId, ...guess })
  return row && toVerification(row)
}

const burnExpiredVerificationQuery = hotPerSlot<SlotKey & { readonly now: number }>((db, p, { table, one }) =>
  db
    .updateTable(table)
    .set({ secret: null })
    .where(one)
    .where('consumed_at', 'is', null)
    .where('secret', 'is not', null)
    .where('expires_at', '<=', p('now')),
)

/** Erases the secret of a verification that somebody saw to be over: a clock set back does not bring it to life. */
export async function burnExpiredVerification(
  scope: InstanceScope,
  what: { readonly attemptId: string; readonly slot: Slot; readonly now: number },
): Promise<void> {
  await burnExpiredVerificationQuery(what.slot).run(scope.db, { instanceId: scope.instanceId, ...what })
}

const expireVerificationQuery = hotPerSlot<SlotKey & { readonly now: number }>((db, p, { table, one }) =>
  db
    .updateTable(table)
    .set({ expires_at: p('now'), secret: null })
    .where(one)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', p('now')),
)

/** Ends the verification of a slot now, when it is neither used nor over: its target changed, or it was taken back. */
export async function expireVerification(
  scope: InstanceScope,
  what: { readonly attemptId: string; readonly slot: Slot; readonly now: number },
): Promise<void> {
  await expireVerificationQuery(what.slot).run(scope.db, { instanceId: scope.instanceId, ...what })
}

/**
 * Lets a live verification finish the other way: a code typed in after an email that was asked for as a link, or the reverse.
 * @returns false when it was used
 */
export async function switchStrategy(
  scope: InstanceScope,
  to: { readonly slot: Slot; readonly id: string; readonly strategy: StrategyName; readonly redirectUrl?: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await scope.db.kysely
    .updateTable(tableOf(to.slot) as 'verifications')
    .set({ strategy: to.strategy, ...(to.redirectUrl === undefined ? {} : { redirect_url: to.redirectUrl }) })
    .where('instance_id', '=', scope.instanceId)
    .where('id', '=', to.id)
    .where('consumed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

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
function fromVerification(scope: InstanceScope, attemptId: string, verification: Verification): VerificationRow {
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

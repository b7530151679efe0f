import { hot } from '../hot.ts'
import type { OneTimeRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'
import { fromOneTime, type NewOneTime } from './one-time.ts'

/** All but the key. */
const replaced = ['purpose', 'hash', 'payload', 'user_id', 'expires_at', 'created_at', 'used_at', 'revoked_at'] as const

const query = hot<OneTimeRow>((db, p) =>
  db
    .insertInto('one_time')
    .values({
      instance_id: p('instance_id'),
      id: p('id'),
      purpose: p('purpose'),
      hash: p('hash'),
      payload: p('payload'),
      user_id: p('user_id'),
      expires_at: p('expires_at'),
      created_at: p('created_at'),
      used_at: p('used_at'),
      revoked_at: p('revoked_at'),
    })
    .onConflict((on) =>
      on
        .columns(['instance_id', 'id'])
        .doUpdateSet((row) => Object.fromEntries(replaced.map((column) => [column, row.ref(`excluded.${column}`)]))),
    ),
)

/** Adds a ticket, nonce or token in the place of the one of the same id, whose secret is good for nothing from then on. */
export async function putOneTime(scope: InstanceScope, oneTime: NewOneTime): Promise<void> {
  await query.run(scope.db, fromOneTime(scope, oneTime))
}

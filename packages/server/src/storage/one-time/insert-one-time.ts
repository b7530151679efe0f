import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { fromOneTime } from './one-time-row.ts'
import type { NewOneTime } from './one-time.ts'

const query = hotInsert('one_time')

/** Adds a ticket, nonce or token. */
export async function insertOneTime(scope: InstanceScope, oneTime: NewOneTime): Promise<void> {
  await query.run(scope.db, fromOneTime(scope, oneTime))
}

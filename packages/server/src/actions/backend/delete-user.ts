import { Refusal } from '../../domain/refusal.ts'
import { deleteUser as remove } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { inTransaction } from './in-transaction.ts'

/** Deletes a user with all that is hers: addresses, sessions, attempts, tickets. @throws Refusal `resource_not_found` */
export async function deleteUser(ports: Pick<Ports, 'storage' | 'clock' | 'random'>, call: BackendCall, id: string): Promise<void> {
  await inTransaction(ports, call, async (scope) => {
    if (!(await remove(scope, id))) throw new Refusal('resource_not_found')
    await record(ports, scope, keyOf(call), { type: 'user.deleted', userId: id })
  })
}

import { deleteAttempt, deleteIdentification, listIdentifications } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { changeUser } from './change-user.ts'
import { requireEmailAddressView } from './email-address-view.ts'
import { inTransaction } from './in-transaction.ts'

/**
 * Takes an address from its user, even the last one; the oldest of the others becomes the primary one where it was that.
 * @throws Refusal `resource_not_found`
 */
export async function deleteEmailAddress(ports: Pick<Ports, 'storage' | 'clock' | 'random'>, call: BackendCall, id: string): Promise<void> {
  await inTransaction(ports, call, async (scope) => {
    const { userId } = await requireEmailAddressView(scope, id)
    const user = await changeUser(ports, scope, userId, {})
    const { type } = await requireEmailAddressView(scope, id)
    if (type === 'pending') await deleteAttempt(scope, id)
    else await deleteIdentification(scope, id)
    if (user.primaries.email_address === id) {
      const next = (await listIdentifications(scope, userId)).find((one) => one.type === 'email_address')
      await changeUser(ports, scope, userId, { primaries: { email_address: next?.id ?? null } })
    }
    await record(ports, scope, keyOf(call), { type: 'email_address.deleted', userId, detail: { id } })
  })
}

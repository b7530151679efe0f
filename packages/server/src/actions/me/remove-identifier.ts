import type { IdentifierName } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { deleteAttempt, deleteIdentification, updateUser } from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { FrontendCall } from '../call.ts'
import { sendNotice } from '../notices/send-notice.ts'
import type { Ports } from '../ports.ts'
import { holdMe } from './hold-me.ts'

/**
 * Removes an identifier of the signed-in user. The last proven one stays, for without it they could not come back.
 * @throws Refusal `resource_not_found`, `last_required_identification_deletion_failed`
 */
export async function removeIdentifier(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'refusals'>,
  call: FrontendCall,
  session: Session,
  type: IdentifierName,
  id: string,
): Promise<void> {
  await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const { user, identifications, pending } = await holdMe(ports, scope, session)
    const removed = (verified: boolean) =>
      record(ports, scope, visitorOf(call, user.id), { type: `${type}.deleted`, userId: user.id, detail: { id, verified } })
    if (pending.some((attempt) => attempt.id === id && attempt.state.identifier.type === type)) {
      await deleteAttempt(scope, id)
      return removed(false)
    }
    const gone = identifications.find((identification) => identification.id === id && identification.type === type)
    if (gone === undefined) throw new Refusal('resource_not_found')
    const left = identifications.filter((identification) => identification.id !== id)
    if (left.length === 0) throw new Refusal('last_required_identification_deletion_failed')
    await deleteIdentification(scope, id)
    const primaryId = user.primaries[type] === id ? (left.find((one) => one.type === type)?.id ?? null) : user.primaries[type]
    await updateUser(scope, user.id, { primaries: { [type]: primaryId } }, ports.clock.now())
    await removed(true)
    // To whom it was sent until now, and to where the account is written to: either may be the one who did not want it.
    const primary = identifications.find((identification) => identification.id === primaryId)
    for (const to of new Set([gone.value, primary?.value ?? gone.value])) {
      await sendNotice(ports, call, scope, { notice: 'address_removed', to, userId: user.id, address: gone.value })
    }
  })
}

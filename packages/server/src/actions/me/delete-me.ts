import { Refusal } from '../../domain/refusal.ts'
import { primaryOf } from '../../domain/user.ts'
import type { Session } from '../../domain/session.ts'
import { deleteUser } from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { saveClient } from '../client/save-client.ts'
import { sendNotice } from '../notices/send-notice.ts'
import type { Ports } from '../ports.ts'
import { requireMe } from './require-me.ts'

/** Deletes the signed-in user with all that is hers, and signs her client out. @throws Refusal `user_delete_self_not_enabled` */
export async function deleteMe(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'refusals'>,
  call: FrontendCall,
  session: Session,
): Promise<ClientOutcome> {
  const { user, identifications } = await requireMe(ports, call.scope, session)
  if (!call.instance.settings.deleteSelf || !user.deleteSelfEnabled) throw new Refusal('user_delete_self_not_enabled')
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    await deleteUser(scope, session.userId)
    await record(ports, scope, visitorOf(call, user.id), { type: 'user.deleted', userId: user.id })
    const primary = primaryOf({ user, identifications }, 'email_address')
    if (primary !== null) await sendNotice(ports, call, scope, { notice: 'account_deleted', to: primary.value, userId: user.id })
    return saveClient(ports, call, scope, null, { lastActiveSessionId: null, signInId: null, signUpId: null }, 'session_ended')
  })
}

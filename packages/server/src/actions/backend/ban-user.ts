import type { UserView } from '../../domain/user.ts'
import { endSessionsOfUser } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { changeUser } from './change-user.ts'
import { inTransaction } from './in-transaction.ts'
import { requireUser } from './require-user.ts'

type BanPorts = Pick<Ports, 'storage' | 'clock' | 'random'>

/** Bans a user and ends her sessions: once this is answered, no process mints a token for her. @throws Refusal `resource_not_found` */
export async function banUser(ports: BanPorts, call: BackendCall, id: string): Promise<UserView> {
  return inTransaction(ports, call, async (scope) => {
    await changeUser(ports, scope, id, { banned: true })
    const ended = await endSessionsOfUser(scope, id, { to: 'revoked', now: ports.clock.now() })
    await record(ports, scope, keyOf(call), { type: 'user.banned', userId: id, detail: { sessions: ended.length } })
    return requireUser(scope, id)
  })
}

/** Takes a ban back. The sessions it ended stay ended. @throws Refusal `resource_not_found` */
export async function unbanUser(ports: BanPorts, call: BackendCall, id: string): Promise<UserView> {
  return inTransaction(ports, call, async (scope) => {
    await changeUser(ports, scope, id, { banned: false })
    // One that was being signed in while she was banned was of no use, and must not come alive now.
    await endSessionsOfUser(scope, id, { to: 'revoked', now: ports.clock.now() })
    await record(ports, scope, keyOf(call), { type: 'user.unbanned', userId: id })
    return requireUser(scope, id)
  })
}

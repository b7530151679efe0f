import { guessBuckets, guessTargets } from '../../domain/network.ts'
import type { UserView } from '../../domain/user.ts'
import { countDown, endSessionsOfUser, type InstanceScope, readCounter } from '../../storage/index.ts'
import { keyOf, record } from '../audit/record.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { changeUser, requireUser } from './change-user.ts'
import { inTransaction } from './in-transaction.ts'

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

type LockPorts = Pick<Ports, 'storage' | 'clock' | 'random'>

/** Locks a user until she is unlocked: her sessions stay, and have no token meanwhile. @throws Refusal `resource_not_found` */
export async function lockUser(ports: LockPorts, call: BackendCall, id: string): Promise<UserView> {
  return inTransaction(ports, call, async (scope) => {
    await changeUser(ports, scope, id, { lockedUntil: Number.MAX_SAFE_INTEGER })
    await record(ports, scope, keyOf(call), { type: 'user.locked', userId: id })
    return requireUser(scope, id)
  })
}

/** Unlocks a user, whether an operator locked her or too many wrong codes did. @throws Refusal `resource_not_found` */
export async function unlockUser(ports: LockPorts, call: BackendCall, id: string): Promise<UserView> {
  return inTransaction(ports, call, async (scope) => {
    await changeUser(ports, scope, id, { lockedUntil: null })
    await forgiveGuesses(ports, scope, id)
    await record(ports, scope, keyOf(call), { type: 'user.unlocked', userId: id })
    return requireUser(scope, id)
  })
}

/** Empties the counters of wrong guesses that strangers' devices share. A device she knows has its own, which only it can fill. */
async function forgiveGuesses(ports: LockPorts, scope: InstanceScope, userId: string): Promise<void> {
  const now = ports.clock.now()
  const targets = guessTargets(userId)
  for (const { key } of targets.flatMap((target) => guessBuckets({ target, knownClientId: null, account: null, network: null }))) {
    const { count, resetAt } = await readCounter(scope, { key, now })
    for (let left = count; left > 0; left--) await countDown(scope, { key, now, resetAt: resetAt! })
  }
}

import { guessBuckets } from '../../domain/network.ts'
import type { UserView } from '../../domain/user.ts'
import { countDown, type InstanceScope, readCounter } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { changeUser } from './change-user.ts'
import { inTransaction } from './in-transaction.ts'
import { requireUser } from './require-user.ts'

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

/** Empties the counter of wrong guesses that strangers' devices share. A device she knows has its own, which only it can fill. */
async function forgiveGuesses(ports: LockPorts, scope: InstanceScope, userId: string): Promise<void> {
  const now = ports.clock.now()
  for (const { key } of guessBuckets({ target: userId, knownClientId: null, account: null, network: null })) {
    const { count } = await readCounter(scope, { key, now })
    for (let left = count; left > 0; left--) await countDown(scope, { key, now })
  }
}

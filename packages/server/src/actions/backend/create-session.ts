import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { grantSession } from '../../flows/session.ts'
import { findUser } from '../../storage/index.ts'
import { activated, applyEffects } from '../apply-effects.ts'
import type { BackendCall } from '../call.ts'
import { newClient } from '../client/new-client.ts'
import { saveClient } from '../client/save-client.ts'
import { mustPass } from '../must-pass.ts'
import { newId, type Ports } from '../ports.ts'
import { keyOf } from '../audit/record.ts'
import { inTransaction } from './in-transaction.ts'
import { requireSession } from './require-session.ts'

/** There is no browser: the address that called is the customer's server, and not where the user is. */
const nowhere = { ipAddress: null, userAgent: null, origin: null }

/**
 * A session for a user without a sign-in, for tests: on a client of its own, whose token nobody is told. Not on production
 * instances, where a sign-in token is the way.
 * @throws Refusal `request_invalid_for_environment`, `form_param_missing`, `resource_not_found`, `user_banned`, `user_locked`
 */
export async function createSession(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: BackendCall,
  userId: string | undefined,
): Promise<Session> {
  const { instance } = call
  if (instance.type === 'production') throw new Refusal('request_invalid_for_environment')
  if (userId === undefined) throw new Refusal('form_param_missing', { param: 'user_id' })
  const sessionId = newId(ports, 'session')
  const prospect = newClient(ports)
  return inTransaction(ports, call, async (scope) => {
    const user = await findUser(scope, userId)
    if (user === null) throw new Refusal('resource_not_found')
    const { effects } = mustPass(grantSession(user, { now: ports.clock.now(), sessionId }))
    await saveClient(ports, { client: null }, scope, prospect, activated(sessionId), null)
    await applyEffects(
      ports,
      { instance, scope, caller: nowhere, clientId: prospect.client.id, attemptId: null, source: keyOf(call) },
      effects,
    )
    return requireSession(scope, sessionId)
  })
}

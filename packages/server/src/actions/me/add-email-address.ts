import type { Attempt } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { Session } from '../../domain/session.ts'
import { stepIdentification } from '../../flows/identification.ts'
import { countPendingIdentifications, findOwner, insertAttempt } from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { FrontendCall } from '../call.ts'
import { mustPass } from '../must-pass.ts'
import { requireEmailAddress } from '../parse-fields.ts'
import { newId, type Ports } from '../ports.ts'
import { requireMe } from './require-me.ts'

/** Adds an address to the signed-in user, unproven. @throws Refusal `form_identifier_exists`, `too_many_unverified_identifications` */
export async function addEmailAddress(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: FrontendCall,
  session: Session,
  text: string,
): Promise<Attempt<'identification'>> {
  const emailAddress = requireEmailAddress(text, 'email_address')
  const { user } = await requireMe(ports, call.scope, session)
  const now = ports.clock.now()
  const attempt: Attempt<'identification'> = {
    id: newId(ports, 'identification'),
    kind: 'identification',
    clientId: session.clientId,
    userId: user.id,
    decoy: false,
    state: { emailAddress },
    version: 0,
    status: 'open',
    abandonAt: now + LIMITS.identificationAbandonMs,
    createdAt: now,
    updatedAt: now,
    verification: null,
  }
  await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const addressTaken = (await findOwner(scope, 'email_address', emailAddress)) !== null
    const pending = await countPendingIdentifications(scope, user.id)
    mustPass(stepIdentification(attempt.state, { type: 'added', addressTaken, pending }))
    await insertAttempt(scope, attempt)
    const event = { type: 'email_address.created', userId: user.id, detail: { id: attempt.id, verified: false } } as const
    await record(ports, scope, visitorOf(call, user.id), event)
  })
  return attempt
}

import type { IdentifierName } from '@latchkey/protocol'
import type { Attempt } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { Session } from '../../domain/session.ts'
import { stepIdentification } from '../../flows/identification.ts'
import { countPendingIdentifications, findOwner, insertAttempt } from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { FrontendCall } from '../call.ts'
import { mustPass } from '../must-pass.ts'
import { requireIdentifier } from '../parse-fields.ts'
import { newId, type Ports } from '../ports.ts'
import { holdMe } from './hold-me.ts'
import { requireMe } from './require-me.ts'

/** Adds an identifier to the signed-in user, unproven. @throws Refusal `form_identifier_exists`, `too_many_unverified_identifications` */
export async function addIdentifier(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: FrontendCall,
  session: Session,
  type: IdentifierName,
  text: string,
): Promise<Attempt<'identification'>> {
  const identifier = requireIdentifier(type, text)
  const { user } = await requireMe(ports, call.scope, session)
  const now = ports.clock.now()
  const attempt: Attempt<'identification'> = {
    id: newId(ports, 'identification'),
    kind: 'identification',
    clientId: session.clientId,
    userId: user.id,
    decoy: false,
    state: { identifier },
    version: 0,
    status: 'open',
    abandonAt: now + LIMITS.identificationAbandonMs,
    createdAt: now,
    updatedAt: now,
    verifications: {},
  }
  await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    await holdMe(ports, scope, session)
    const taken = (await findOwner(scope, identifier.type, identifier.value)) !== null
    const pending = await countPendingIdentifications(scope, user.id)
    mustPass(stepIdentification(attempt.state, { type: 'added', taken, pending }))
    await insertAttempt(scope, attempt)
    const event = { type: `${type}.created`, userId: user.id, detail: { id: attempt.id, verified: false } } as const
    await record(ports, scope, visitorOf(call, user.id), event)
  })
  return attempt
}

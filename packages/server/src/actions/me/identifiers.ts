import type { IdentifierName } from '@latchkey/protocol'
import type { Attempt } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { verificationsOf } from '../../domain/settings/attribute-rules.ts'
import { isProvable } from '../../domain/settings/attributes.ts'
import { stepIdentification } from '../../flows/identification.ts'
import {
  countPendingIdentifications,
  deleteAttempt,
  deleteIdentification,
  findAttempt,
  findIdentification,
  findOwner,
  insertAttempt,
  type InstanceScope,
  Orphan,
  updateUser,
} from '../../storage/index.ts'
import { advance } from '../attempt/advance.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { FrontendCall } from '../call.ts'
import { mustPass } from '../must-pass.ts'
import { sendNotice } from '../notices/send-notice.ts'
import { requireIdentifier } from '../parse-fields.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { linkRedirect } from '../verification/link-redirect.ts'
import { requireProof, requireStrategy, strategyThatProves } from '../verification/parse-proof.ts'
import { prepareAlone } from '../verification/prepare.ts'
import { holdMe, requireMe } from './me.ts'

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

/**
 * Sends the code or link that proves an identifier being added.
 * @throws Refusal `resource_not_found`, `form_param_value_invalid`, `verification_already_verified`
 */
export async function prepareIdentifier(
  ports: Ports,
  call: FrontendCall,
  session: Session,
  type: IdentifierName,
  id: string,
  request: { readonly strategy?: string | undefined; readonly redirect_url?: string | undefined },
): Promise<void> {
  const strategy = requireStrategy(ports, request.strategy)
  await requireMe(ports, call.scope, session)
  const attempt = await ownPending(call.scope, session, type, id)
  if (!verificationsOf(call.instance.settings, type).includes(strategy))
    throw new Refusal('form_param_value_invalid', { param: 'strategy' })
  const redirectUrl = linkRedirect(call, strategy, request.redirect_url, false)
  const asked = { attempt, slot: 'identifier', strategy, target: attempt.state.identifier, redirectUrl } as const
  await prepareAlone(ports, call, asked).catch(async (error: unknown) => {
    // Gone since it was read: proven by now, or taken back.
    if (error instanceof Orphan) await ownPending(call.scope, session, type, id)
    throw error
  })
}

/** Judges the proof of an identifier being added. The code's strategy is understood when the request names none. */
export async function attemptIdentifier(
  ports: Ports,
  call: FrontendCall,
  session: Session,
  type: IdentifierName,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<void> {
  const strategy = strategyThatProves(type, 'code')
  if (strategy === null) throw new Refusal('form_param_value_invalid', { param: 'strategy' })
  const proof = requireProof(ports, strategy, body)
  await requireMe(ports, call.scope, session)
  const attempt = await ownPending(call.scope, session, type, id)
  await advance(ports, call, attempt, { slot: 'identifier', strategy, proof })
}

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
    if (!left.some((one) => isProvable(one.type))) throw new Refusal('last_required_identification_deletion_failed')
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

/**
 * An identifier the user is adding. A proven one is refused as proven; an unknown one and someone else's look the same.
 * @throws Refusal `resource_not_found`, `verification_already_verified`
 */
async function ownPending(scope: InstanceScope, session: Session, type: IdentifierName, id: string): Promise<Attempt<'identification'>> {
  const attempt = await findAttempt(scope, id, 'identification')
  const isThis = attempt?.state.identifier.type === type
  if (attempt !== null && isThis && attempt.userId === session.userId && attempt.status === 'open') return attempt
  const proven = await findIdentification(scope, id)
  throw new Refusal(proven?.userId === session.userId && proven.type === type ? 'verification_already_verified' : 'resource_not_found')
}

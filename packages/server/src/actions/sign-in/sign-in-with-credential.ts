import type { StrategyName } from '@latchkey/protocol'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { NEW_SIGN_IN, signInStatus, stepSignIn } from '../../flows/sign-in.ts'
import { sha256 } from '../../platform/hash.ts'
import { burnExpiredOneTime, clientKnowsUser, takeOneTime } from '../../storage/index.ts'
import { notingRefusals } from '../audit/noting-refusals.ts'
import { commitStep } from '../attempt/commit-step.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { blockingSession, liveSessions } from '../client/blocking-session.ts'
import { newClient } from '../client/new-client.ts'
import { noticeNewDevice } from '../notices/send-notice.ts'
import { mustPass } from '../must-pass.ts'
import { newId, type Ports } from '../ports.ts'
import { ownerOfProof } from '../standing-of.ts'
import { subjectOf } from '../verification/subject-of.ts'
import { newSignIn } from './new-sign-in.ts'

/**
 * Signs in by a proof that names its user by itself, in one request; a second factor is asked for all the same. The credential is used up in the same transaction,
 * so a refusal leaves it good.
 * @throws Refusal `ticket_invalid_code`, `session_exists`, `user_banned`, `user_locked`
 */
export async function signInWithCredential(
  ports: Ports,
  call: FrontendCall,
  name: StrategyName,
  proof: unknown,
): Promise<{ signInId: string } & ClientOutcome> {
  const strategy = ports.strategies[name]
  const now = ports.clock.now()
  const facts = { now, blockingSessionId: blockingSession(call, await liveSessions(ports, call)) }
  const prospect = call.client === null ? newClient(ports) : null
  const clientId = call.client?.id ?? prospect!.client.id
  const locator = strategy.locate!(proof)
  const claim = { purpose: locator.purpose, hash: sha256(locator.secret), now }
  const signIn = () =>
    ports.storage.transaction(async (db) => {
      const scope = { db, instanceId: call.instance.id }
      const taken = await takeOneTime(scope, claim)
      const located = taken === null || taken.userId === null ? null : { userId: taken.userId }
      const verdict = await strategy.attempt(subjectOf(call.instance, { verificationId: '', target: null, located }), null, proof)
      if (!verdict.ok) throw new Refusal(verdict.code, { param: verdict.param })
      const owner = await ownerOfProof(scope, verdict.proofs[0])
      const device = owner === null || call.client === null ? null : { clientId, userId: owner.id, since: now - LIMITS.knownDeviceMs }
      const known = device !== null && (await clientKnowsUser(scope, device))
      const sessionId = newId(ports, 'session')
      const decision = mustPass(stepSignIn(NEW_SIGN_IN, { type: 'proven', proofs: verdict.proofs, by: name, owner, sessionId }, facts))
      if (signInStatus(decision.next) === 'complete') await noticeNewDevice(ports, call, scope, { owner, known })
      const attempt = newSignIn(ports, clientId, NEW_SIGN_IN)
      const outcome = await commitStep(ports, call, scope, attempt, decision, { prospect, change: { signInId: attempt.id } })
      return { signInId: attempt.id, ...outcome }
    })
  return notingRefusals(ports, call, { tried: 'sign_in', userId: null }, async () => {
    try {
      return await signIn()
    } catch (error) {
      // What it wrote is undone; that the credential came too late must stay.
      if (error instanceof Refusal) await ports.storage.transaction((db) => burnExpiredOneTime({ db, instanceId: call.instance.id }, claim))
      throw error
    }
  })
}

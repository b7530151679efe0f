import type { StrategyName } from '@latchkey/protocol'
import type { Attempt } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import { signInStatus, stepSignIn } from '../../flows/sign-in.ts'
import { consumeVerification, type InstanceScope, saveAttempt } from '../../storage/index.ts'
import { notingRefusals } from '../audit/noting-refusals.ts'
import { activated, applyEffects } from '../apply-effects.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { blockingSession, liveSessions } from '../client/blocking-session.ts'
import { requireCurrent } from '../client/require-current.ts'
import { saveClient } from '../client/save-client.ts'
import { noticeNewDevice } from '../notices/send-notice.ts'
import { ownAttempt } from '../own-attempt.ts'
import { newId, type Ports } from '../ports.ts'
import { ownerOfProof } from '../standing-of.ts'
import { inTurn } from '../verification/guess-gate.ts'
import { judge, requireJudgeable } from '../verification/judge.ts'
import { requireProof, requireStrategy } from '../verification/parse-proof.ts'
import { usedUp } from '../verification/used-up.ts'

/** Judges the first factor of a sign-in by what a request carries. @throws Refusal `form_code_incorrect`, `verification_failed` … */
export async function attemptFirstFactor(
  ports: Ports,
  call: FrontendCall,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const strategy = requireStrategy(body.strategy)
  const proof = requireProof(ports, strategy, body)
  const { attempt } = await ownAttempt(ports, call, id, 'sign_in')
  return finishSignIn(ports, call, attempt, strategy, proof)
}

/** Judge → step → commit, in one transaction; a wrong guess commits its count and nothing else. */
export function finishSignIn(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<'sign_in'>,
  strategy: StrategyName,
  proof: string,
): Promise<ClientOutcome> {
  return notingRefusals(ports, call, { kind: 'sign_in', userId: attempt.state.userId }, () =>
    inTurn(ports.guesses, call.scope, attempt, (current) => judgeSignIn(ports, call, current, strategy, proof)),
  )
}

async function judgeSignIn(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<'sign_in'>,
  strategy: StrategyName,
  proof: string,
): Promise<ClientOutcome> {
  if (signInStatus(attempt.state) === 'needs_identifier') throw new Refusal('client_state_invalid')
  await requireJudgeable(ports, call.scope, attempt, strategy)
  requireCurrent(call)
  const blockingSessionId = blockingSession(call, await liveSessions(ports, call))
  const outcome = await ports.storage.transaction(async (db): Promise<ClientOutcome | Refusal> => {
    const scope: InstanceScope = { db, instanceId: call.instance.id }
    const { userId, identifier } = attempt.state
    const judged = await judge(ports, call, scope, { attempt, strategy, proof, userId, target: identifier! })
    if (!judged.ok) return judged.refusal
    const now = ports.clock.now()
    const sessionId = newId(ports, 'session')
    const owner = await ownerOfProof(scope, judged.proof)
    const decision = stepSignIn(
      attempt.state,
      { type: 'proven', proof: judged.proof, by: strategy, owner, sessionId },
      { now, blockingSessionId },
    )
    if (!decision.ok) return new Refusal(decision.code, decision.detail)
    const use = { now, clientId: call.client!.id }
    const won = await consumeVerification(scope, { id: judged.verification.id, ...use })
    const next = { ...attempt, state: decision.next, status: 'complete' } as const
    const saved = await saveAttempt(scope, next)
    if (!won || !saved) throw new Refusal('verification_already_verified')
    await applyEffects(
      ports,
      { instance: call.instance, scope, caller: call.caller, clientId: call.client!.id, attemptId: attempt.id },
      decision.effects,
    )
    await noticeNewDevice(ports, call, scope, { owner, known: judged.known })
    const outcome = await saveClient(ports, call, scope, null, activated(sessionId), 'session_added')
    return { ...outcome, signIn: { ...next, verification: usedUp(judged.verification, use) } }
  })
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

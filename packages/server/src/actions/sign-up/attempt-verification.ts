import type { StrategyName } from '@latchkey/protocol'
import type { Attempt } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stepSignUp } from '../../flows/sign-up.ts'
import { consumeVerification } from '../../storage/index.ts'
import { notingRefusals } from '../audit/noting-refusals.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { requireCurrent } from '../client/require-current.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { ownerOfProof } from '../standing-of.ts'
import { inTurn } from '../verification/guess-gate.ts'
import { judge, requireJudgeable } from '../verification/judge.ts'
import { requireProof, requireStrategy } from '../verification/parse-proof.ts'
import { usedUp } from '../verification/used-up.ts'
import { commitSignUp } from './complete-sign-up.ts'
import { signUpFacts } from './sign-up-facts.ts'

/** Judges the proof of a sign-up's address. @throws Refusal `form_code_incorrect`, `verification_failed` … */
export async function attemptSignUpVerification(
  ports: Ports,
  call: FrontendCall,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const strategy = requireStrategy(body.strategy)
  const proof = requireProof(ports, strategy, body)
  const { attempt } = await ownAttempt(ports, call, id, 'sign_up')
  return finishSignUp(ports, call, attempt, strategy, proof)
}

/** Judge → step → commit, in one transaction; a wrong guess commits its count and nothing else. */
export function finishSignUp(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<'sign_up'>,
  strategy: StrategyName,
  proof: string,
): Promise<ClientOutcome> {
  return notingRefusals(ports, call, { kind: 'sign_up', userId: null }, () =>
    inTurn(ports.guesses, call.scope, attempt, (current) => judgeSignUp(ports, call, current, strategy, proof)),
  )
}

async function judgeSignUp(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<'sign_up'>,
  strategy: StrategyName,
  proof: string,
): Promise<ClientOutcome> {
  await requireJudgeable(ports, call.scope, attempt, strategy)
  requireCurrent(call)
  const facts = await signUpFacts(ports, call)
  const outcome = await ports.storage.transaction(async (db): Promise<ClientOutcome | Refusal> => {
    const scope = { db, instanceId: call.instance.id }
    const judged = await judge(ports, call, scope, { attempt, strategy, proof, userId: null, target: attempt.state.emailAddress ?? '' })
    if (!judged.ok) return judged.refusal
    const addressTaken = (await ownerOfProof(scope, judged.proof)) !== null
    const decision = stepSignUp(attempt.state, { type: 'proven', proof: judged.proof, by: strategy, addressTaken }, facts)
    if (!decision.ok) return new Refusal(decision.code, decision.detail)
    const use = { now: facts.now, clientId: call.client!.id }
    const won = await consumeVerification(scope, { id: judged.verification.id, ...use })
    if (!won) throw new Refusal('verification_already_verified')
    return commitSignUp(ports, call, scope, { ...attempt, verification: usedUp(judged.verification, use) }, decision)
  })
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

import type { StrategyName } from '@latchkey/protocol'
import type { Attempt } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { stepIdentification } from '../../flows/identification.ts'
import { consumeVerification, deleteAttempt, findOwner, findUser } from '../../storage/index.ts'
import { notingRefusals } from '../audit/noting-refusals.ts'
import { applyEffects } from '../apply-effects.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { liveSessions } from '../client/blocking-session.ts'
import { primaryAddress, sendNotice } from '../notices/send-notice.ts'
import type { Ports } from '../ports.ts'
import { inTurn } from '../verification/guess-gate.ts'
import { judge, requireJudgeable } from '../verification/judge.ts'
import { requireProof } from '../verification/parse-proof.ts'
import { addressStrategyOfKind } from '../verification/strategy-of-kind.ts'
import { ownPendingAddress } from './own-pending-address.ts'
import { requireMe } from './require-me.ts'

/** Judges the proof of an address being added. The code's strategy is understood when the request names none. */
export async function attemptEmailAddress(
  ports: Ports,
  call: FrontendCall,
  session: Session,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<void> {
  const proof = requireProof(ports, codeStrategy, body)
  await requireMe(ports, call.scope, session)
  await finishIdentification(ports, call, await ownPendingAddress(call.scope, session, id), codeStrategy, proof)
}

const codeStrategy = addressStrategyOfKind('code')

/** Judge → step → commit, in one transaction; a wrong guess commits its count and nothing else. */
export function finishIdentification(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<'identification'>,
  strategy: StrategyName,
  proof: string,
): Promise<ClientOutcome> {
  return notingRefusals(ports, call, { kind: 'identification', userId: attempt.userId }, () =>
    inTurn(ports.guesses, call.scope, attempt, (current) => judgeIdentification(ports, call, current, strategy, proof)),
  )
}

async function judgeIdentification(
  ports: Ports,
  call: FrontendCall,
  attempt: Attempt<'identification'>,
  strategy: StrategyName,
  proof: string,
): Promise<ClientOutcome> {
  await requireJudgeable(ports, call.scope, attempt, strategy)
  const client = call.client!
  const userId = attempt.userId!
  const refusal = await ports.storage.transaction(async (db): Promise<Refusal | null> => {
    const scope = { db, instanceId: call.instance.id }
    const judged = await judge(ports, call, scope, { attempt, strategy, proof, userId, target: attempt.state.emailAddress })
    if (!judged.ok) return judged.refusal
    const addressTaken = (await findOwner(scope, 'email_address', attempt.state.emailAddress)) !== null
    const live = await liveSessions(ports, { ...call, scope })
    const user = live.some((session) => session.userId === userId) ? await findUser(scope, userId) : null
    const now = ports.clock.now()
    const event = { type: 'proven', proof: judged.proof, by: strategy, addressTaken, attemptId: attempt.id, user, now } as const
    const decision = stepIdentification(attempt.state, event)
    if (!decision.ok) return new Refusal(decision.code, decision.detail)
    const won = await consumeVerification(scope, { id: judged.verification.id, now, clientId: client.id })
    if (!won) throw new Refusal('verification_already_verified')
    const owner = user && (await primaryAddress(scope, user))
    // The identification takes the attempt's id, so the attempt makes room for it.
    await deleteAttempt(scope, attempt.id)
    await applyEffects(
      ports,
      { instance: call.instance, scope, caller: call.caller, clientId: client.id, attemptId: attempt.id },
      decision.effects,
    )
    const address = attempt.state.emailAddress
    if (owner !== null) await sendNotice(ports, call, scope, { notice: 'address_added', to: owner, userId, address })
    return null
  })
  if (refusal !== null) throw refusal
  return { client, newToken: null }
}

import type { Attempt, SignUpState } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Decision } from '../../flows/decision.ts'
import { type InstanceScope, saveAttempt } from '../../storage/index.ts'
import { activated, applyEffects, createdSessionId } from '../apply-effects.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { saveClient } from '../client/save-client.ts'
import type { Ports } from '../ports.ts'

/** Writes what a step of a sign-up decided: the state, and on completion the user, her address and her session. */
export async function commitSignUp(
  ports: Pick<Ports, 'clock' | 'random'>,
  call: FrontendCall,
  scope: InstanceScope,
  attempt: Attempt<'sign_up'>,
  decision: Decision<SignUpState> & { ok: true },
): Promise<ClientOutcome> {
  const sessionId = createdSessionId(decision.effects)
  const userId = decision.next.createdUserId
  const signUp = { ...attempt, state: decision.next, userId, status: sessionId === null ? 'open' : 'complete' } as const
  const saved = await saveAttempt(scope, signUp)
  if (!saved) throw new Refusal('conflict')
  await applyEffects(
    ports,
    { instance: call.instance, scope, caller: call.caller, clientId: call.client!.id, attemptId: attempt.id },
    decision.effects,
  )
  const outcome =
    sessionId === null
      ? { client: call.client!, newToken: null }
      : await saveClient(ports, call, scope, null, activated(sessionId), 'session_added')
  // An address taken back takes its verification along; what is left of that is for the answer to read.
  return decision.effects.some(({ type }) => type === 'void_verification') ? outcome : { ...outcome, signUp }
}

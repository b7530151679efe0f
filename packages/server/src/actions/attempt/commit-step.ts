import type { AnyAttempt, Attempt, AttemptKind, AttemptStates } from '../../domain/attempt.ts'
import type { Client } from '../../domain/client.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Decision } from '../../flows/decision.ts'
import { insertAttempt, type InstanceScope } from '../../storage/index.ts'
import { activated, applyEffects, createdSessionId } from '../apply-effects.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { saveClient } from '../client/save-client.ts'
import type { Ports } from '../ports.ts'
import { COURSES } from './courses.ts'

/**
 * Writes what a flow decided, in the caller's transaction: the attempt, the effects, and the client where its sessions change. Whether
 * the attempt is finished follows from the state that the flow chose.
 * @param begun.change what else changes on the client, where the attempt begins with this step; `prospect` is a client to be made
 * @throws Refusal `conflict` when somebody else stepped meanwhile
 */
export async function commitStep<Kind extends AttemptKind>(
  ports: Pick<Ports, 'clock' | 'random'>,
  call: FrontendCall,
  scope: InstanceScope,
  attempt: Attempt<Kind>,
  decision: Decision<AttemptStates[Kind]> & { readonly ok: true },
  begun: { readonly prospect: { readonly client: Client; readonly token: string } | null; readonly change: Partial<Client> } | null = null,
): Promise<ClientOutcome> {
  const course = COURSES[attempt.kind]
  const sessionId = createdSessionId(decision.effects)
  const status = course.isFinished(decision.next) ? ('complete' as const) : ('open' as const)
  const next = { ...attempt, state: decision.next, status, userId: userOf(decision.next) ?? attempt.userId }
  const clientId = call.client?.id ?? begun!.prospect!.client.id
  const changed = sessionId !== null || begun !== null
  const save = () => {
    const change = { ...begun?.change, ...(sessionId !== null && activated(sessionId)) }
    return saveClient(ports, call, scope, begun?.prospect ?? null, change, sessionId === null ? null : 'session_added')
  }
  // A client that is made now is there before what belongs to it.
  const made = begun === null ? null : await save()
  if (!(await (begun === null ? course.keep(scope, next) : inserted(scope, next)))) throw new Refusal('conflict')
  await applyEffects(ports, { instance: call.instance, scope, caller: call.caller, clientId, attemptId: attempt.id }, decision.effects)
  const outcome = made ?? (changed ? await save() : { client: call.client!, newToken: null })
  // A target that was taken back takes its verification along; what is left of that is for the answer to read.
  return decision.effects.some(({ type }) => type === 'void_verification') ? outcome : { ...outcome, attempt: next as AnyAttempt }
}

async function inserted(scope: InstanceScope, attempt: Attempt<AttemptKind>): Promise<true> {
  await insertAttempt(scope, attempt)
  return true
}

function userOf(state: AttemptStates[AttemptKind]): string | null {
  if ('createdUserId' in state) return state.createdUserId
  return 'userId' in state ? state.userId : null
}

import type { AnyAttempt, Attempt, AttemptKind, AttemptStates } from '../../domain/attempt.ts'
import type { Client } from '../../domain/client.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Decision } from '../../flows/decision.ts'
import { insertAttempt, type InstanceScope } from '../../storage/index.ts'
import { activated, type Applied, applyEffects, createdSessionId } from '../apply-effects.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { saveClient } from '../client/save-client.ts'
import type { Ports } from '../ports.ts'
import { together } from '../together.ts'
import { COURSES } from './courses.ts'

/** What a step is committed with, besides what the flow decided. */
export interface Step {
  /** The live sessions of the client before the step, and a time (epoch milliseconds) taken before they were read. */
  readonly live: NonNullable<ClientOutcome['live']> | null
  /** Where the attempt begins with this step: a client to be made, and what else changes on the client. */
  readonly begun?: { readonly prospect: { readonly client: Client; readonly token: string } | null; readonly change: Partial<Client> }
}

/**
 * Writes what a flow decided, in the caller's transaction: the attempt, the effects, and the client where its sessions change. Whether
 * the attempt is finished follows from the state that the flow chose. All statements are begun at once and travel together.
 * @throws Refusal `conflict` when somebody else stepped meanwhile
 */
export async function commitStep<Kind extends AttemptKind>(
  ports: Pick<Ports, 'clock' | 'random'>,
  call: FrontendCall,
  scope: InstanceScope,
  attempt: Attempt<Kind>,
  decision: Decision<AttemptStates[Kind]> & { readonly ok: true },
  { live, begun }: Step = { live: null },
): Promise<ClientOutcome> {
  const course = COURSES[attempt.kind]
  const sessionId = createdSessionId(decision.effects)
  const status = course.isFinished(decision.next) ? ('complete' as const) : ('open' as const)
  const next = { ...attempt, state: decision.next, status, userId: userOf(decision.next) ?? attempt.userId }
  const clientId = call.client?.id ?? begun!.prospect!.client.id
  const changes = sessionId !== null || begun !== undefined
  const save = () => {
    const change = { ...begun?.change, ...(sessionId !== null && activated(sessionId)) }
    return saveClient(ports, call, scope, begun?.prospect ?? null, change, sessionId === null ? null : 'session_added')
  }
  // A client that is made now is there before what belongs to it; one that is there is written last.
  const made = begun === undefined ? null : save()
  const kept = (begun === undefined ? course.keep(scope, next) : inserted(scope, next)).then((isKept) => {
    if (!isKept) throw new Refusal('conflict')
  })
  const context = { instance: call.instance, scope, caller: call.caller, clientId, attemptId: attempt.id }
  const applied = applyEffects(ports, context, decision.effects)
  const saved = made ?? (changes ? save() : { client: call.client!, newToken: null })
  const [, , left, outcome] = await together(made, kept, applied, saved)
  // A target that was taken back takes its verification along; what is left of that is for the answer to read.
  const isVoided = decision.effects.some(({ type }) => type === 'void_verification')
  return { ...outcome, ...knownOf(left, live), ...(!isVoided && { attempt: next as AnyAttempt }) }
}

/** What an answer need not read, because this step has written it. */
function knownOf({ session, user }: Applied, live: Step['live']): Pick<ClientOutcome, 'live' | 'users'> {
  return {
    ...(session !== null && live !== null && { live: { ...live, sessions: [...live.sessions, session] } }),
    ...(user !== null && { users: new Map([[user.user.id, user]]) }),
  }
}

async function inserted(scope: InstanceScope, attempt: Attempt<AttemptKind>): Promise<true> {
  await insertAttempt(scope, attempt)
  return true
}

function userOf(state: AttemptStates[AttemptKind]): string | null {
  if ('createdUserId' in state) return state.createdUserId
  return 'userId' in state ? state.userId : null
}

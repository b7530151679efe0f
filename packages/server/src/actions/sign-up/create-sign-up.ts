import { byIdentifier } from '@latchkey/protocol'
import { type Attempt, withVerification } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { NEW_SIGN_UP, stepSignUp } from '../../flows/sign-up.ts'
import { insertAttempt } from '../../storage/index.ts'
import { commitStep } from '../attempt/commit-step.ts'
import { signUpFacts } from '../attempt/courses.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { newClient, saveClient } from '../client/save-client.ts'
import { mustPass } from '../must-pass.ts'
import { ownAttempt } from '../own-attempt.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { together } from '../together.ts'
import { requireStrategy } from '../verification/parse-proof.ts'
import { prepareVerification } from '../verification/prepare.ts'
import { signUpFields, type SignUpRequest, takenIdentifier } from './sign-up-fields.ts'
import { signUpPreparation } from './verification.ts'

/**
 * Begins a sign-up with whatever is known, replacing the client's former one. No user exists before it completes.
 * @throws Refusal `form_identifier_exists`, `form_param_format_invalid`, `session_exists`, `sign_up_mode_restricted`
 */
export async function createSignUp(
  ports: Ports,
  call: FrontendCall,
  request: SignUpRequest,
): Promise<{ signUpId: string } & ClientOutcome> {
  const strategy = request.strategy === undefined ? null : requireStrategy(ports, request.strategy)
  const { facts } = await signUpFacts(ports, call)
  const fields = signUpFields(request, facts.settings, facts.now)
  const taken = await takenIdentifier(call.scope, fields.identifiers ?? {})
  const decision = mustPass(stepSignUp(NEW_SIGN_UP, { type: 'given', fields, taken }, facts))
  const prospect = call.client === null ? newClient(ports) : null
  const attempt: Attempt<'sign_up'> = {
    id: newId(ports, 'sign_up'),
    kind: 'sign_up',
    clientId: call.client?.id ?? prospect!.client.id,
    userId: null,
    decoy: false,
    state: decision.next,
    version: 0,
    status: 'open',
    abandonAt: facts.now + LIMITS.signUpAbandonMs,
    createdAt: facts.now,
    updatedAt: facts.now,
    verifications: {},
  }
  const type = strategy === null ? null : ports.strategies[strategy].traits.identifier
  if (type !== null && attempt.state.identifiers[type] === null) throw new Refusal('form_param_missing', { param: type })
  const asked = strategy === null ? null : signUpPreparation(ports, call, attempt, strategy, request)
  const planned = asked && (await prepareVerification(ports, call, asked))
  const [outcome, , prepared] = await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    return together(
      saveClient(ports, call, scope, prospect, { signUpId: attempt.id }, null),
      insertAttempt(scope, attempt),
      planned && planned(scope),
    )
  })
  if (prepared?.mail) ports.handOver(prepared.mail)
  return {
    signUpId: attempt.id,
    ...outcome,
    attempt: prepared === null ? attempt : withVerification(attempt, asked!.slot, prepared.verification),
  }
}

/** Takes further or changed fields; completes the sign-up when they were all that was owed. @throws Refusal `form_identifier_exists` … */
export async function updateSignUp(ports: Ports, call: FrontendCall, id: string, request: SignUpRequest): Promise<ClientOutcome> {
  const { attempt } = await ownAttempt(ports, call, id, 'sign_up')
  const { facts, live } = await signUpFacts(ports, call)
  const fields = signUpFields(request, facts.settings, facts.now)
  const values = byIdentifier((name) => fields.identifiers?.[name] ?? attempt.state.identifiers[name]?.value ?? null)
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const taken = await takenIdentifier(scope, values)
    const decision = mustPass(stepSignUp(attempt.state, { type: 'given', fields, taken }, facts))
    return commitStep(ports, call, scope, attempt, decision, { live: { sessions: live, knownAt: facts.now } })
  })
}

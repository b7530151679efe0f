import { byIdentifier } from '@latchkey/protocol'
import { stepSignUp } from '../../flows/sign-up.ts'
import { commitStep } from '../attempt/commit-step.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { mustPass } from '../must-pass.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { signUpFacts } from './sign-up-facts.ts'
import { takenIdentifier } from './taken-identifier.ts'
import { signUpFields, type SignUpRequest } from './sign-up-fields.ts'

/** Takes further or changed fields; completes the sign-up when they were all that was owed. @throws Refusal `form_identifier_exists` … */
export async function updateSignUp(ports: Ports, call: FrontendCall, id: string, request: SignUpRequest): Promise<ClientOutcome> {
  const { attempt } = await ownAttempt(ports, call, id, 'sign_up')
  const facts = await signUpFacts(ports, call)
  const fields = signUpFields(request, facts.settings, facts.now)
  const values = byIdentifier((name) => fields.identifiers?.[name] ?? attempt.state.identifiers[name]?.value ?? null)
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const taken = await takenIdentifier(scope, values)
    const decision = mustPass(stepSignUp(attempt.state, { type: 'given', fields, taken }, facts))
    return commitStep(ports, call, scope, attempt, decision)
  })
}

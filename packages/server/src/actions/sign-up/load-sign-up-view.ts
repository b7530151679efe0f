import { byIdentifier } from '@latchkey/protocol'
import { type AnyAttempt, type Attempt, beforeItsEnd, isOver } from '../../domain/attempt.ts'
import { verificationsOf } from '../../domain/settings/attribute-rules.ts'
import type { SignUpView } from '../../domain/view.ts'
import { signUpRequirements } from '../../flows/sign-up.ts'
import { findAttempt } from '../../storage/index.ts'
import { noteOver } from '../attempt/note-over.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'

/**
 * A sign-up of this client as it is shown, or `null` when there is none such or it was given up.
 * @param known one that needs no reading, because the request has just written it
 */
export async function loadSignUpView(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: FrontendCall,
  id: string,
  clientId: string,
  known?: AnyAttempt,
): Promise<SignUpView | null> {
  const found = known?.kind === 'sign_up' && known.id === id ? known : await findAttempt(call.scope, id, 'sign_up')
  if (found !== null && found.clientId === clientId) await noteOver(ports, call.scope, found)
  const attempt = found !== null && call.proof === 'outgrown' ? beforeItsEnd(found) : found
  if (attempt === null || attempt.clientId !== clientId || isOver(attempt, ports.clock.now())) return null
  return signUpView(call, attempt)
}

/** What a sign-up still owes, and how its identifiers may be proven. */
export function signUpView(call: Pick<FrontendCall, 'instance'>, attempt: Attempt<'sign_up'>): SignUpView {
  const { settings } = call.instance
  return {
    attempt,
    requirements: signUpRequirements(attempt.state, settings),
    strategies: byIdentifier((name) => verificationsOf(settings, name)),
  }
}

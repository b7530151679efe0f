import { type AnyAttempt, type Attempt, beforeItsEnd, isOver } from '../../domain/attempt.ts'
import { firstFactorsOf } from '../../domain/settings/attribute-rules.ts'
import type { UserView } from '../../domain/user.ts'
import type { SignInView } from '../../domain/view.ts'
import { signInStatus } from '../../flows/sign-in.ts'
import { findAttempt, findUserView } from '../../storage/index.ts'
import { noteOver } from '../attempt/note-over.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { offeredIdentifications } from '../verification/offered-identifications.ts'
import { subjectOf } from '../verification/subject-of.ts'

/** A sign-in of this client as it is shown, or `null` when there is none such or it was given up. */
export async function loadSignInView(
  ports: Pick<Ports, 'storage' | 'clock' | 'strategies'>,
  call: FrontendCall,
  id: string,
  clientId: string,
): Promise<SignInView | null> {
  const attempt = await shownSignIn(ports, call, id, clientId)
  if (attempt === null) return null
  const user = attempt.state.userId === null ? null : await findUserView(call.scope, attempt.state.userId)
  return signInView(ports, call, attempt, user)
}

/** A sign-in of this client that was not given up. @param known one that needs no reading, because the request has just written it */
export async function shownSignIn(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: FrontendCall,
  id: string,
  clientId: string,
  known?: AnyAttempt,
): Promise<Attempt<'sign_in'> | null> {
  const found = known?.kind === 'sign_in' && known.id === id ? known : await findAttempt(call.scope, id, 'sign_in')
  if (found !== null && found.clientId === clientId) await noteOver(ports, call.scope, found)
  const attempt = found !== null && call.proof === 'outgrown' ? beforeItsEnd(found) : found
  return attempt === null || attempt.clientId !== clientId || isOver(attempt, ports.clock.now()) ? null : attempt
}

/** What a sign-in offers next, from its state and its user. */
export function signInView(
  ports: Pick<Ports, 'strategies'>,
  call: Pick<FrontendCall, 'instance'>,
  attempt: Attempt<'sign_in'>,
  user: UserView | null,
): SignInView {
  const subject = subjectOf(call.instance, {
    verificationId: attempt.id,
    target: null,
    identifications: user === null ? [] : offeredIdentifications(user, attempt.state.identifier),
    enabled: firstFactorsOf(call.instance.settings),
  })
  const offers = Object.values(ports.strategies).flatMap((strategy) => strategy.offers(subject))
  return { attempt, status: signInStatus(attempt.state), user, offers }
}
